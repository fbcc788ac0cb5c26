package org.tachyscope.load.npy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Says how an array becomes a stack, then maps it. */
record NpyPlan(Path file, Header header, Axes axes, Shape shape) implements Plan {

    @Override
    public PixelType type() {
        return header.type().kind().type();
    }

    @Override
    public Cost cost() {
        if (mapped()) {
            return new Cost(0, 0, 0, Access.MAPPED);
        }
        int bytes = header.type().kind().bytes();
        long block = (long) FortranBlocks.framesPerBlock(shape, bytes) * shape.samplesPerFrame() * bytes;
        return new Cost(header.fortran() ? FortranBlocks.KEPT * block : 0, 0, 0, Access.DECODED);
    }

    /** Tells whether the bytes in the file are the bytes of the stack. */
    private boolean mapped() {
        return header.type().stored() && !header.fortran();
    }

    @Override
    public List<Loss> losses() {
        return header.type().kind().rounds()
                ? List.of(new Loss(
                        Loss.Kind.CONVERTED,
                        shape.frames(),
                        header.descr() + ": " + header.type().kind().rule()))
                : List.of();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("shape " + Axes.text(header.lengths()) + " is read as " + axes.names() + axes.otherReading());
        if (!header.type().kind().rule().isEmpty()) {
            notes.add("dtype " + header.descr() + ": " + header.type().kind().rule());
        } else if (!header.type().stored()) {
            notes.add("dtype " + header.descr() + ": bytes are swapped when read, values stay");
        }
        if (header.fortran()) {
            notes.add("Fortran order: frames are gathered from all over the file when read, "
                    + FortranBlocks.framesPerBlock(shape, header.type().kind().bytes())
                    + " at a time; np.ascontiguousarray makes a file that is read faster");
        }
        if (header.extra() > 0) {
            notes.add(header.extra() + " bytes behind the pixels are ignored, as numpy does");
        }
        return List.copyOf(notes);
    }

    @Override
    public Stack open(Progress progress) throws IOException {
        progress.checkCancelled();
        Arena arena = Arena.ofShared();
        try (FileChannel channel = NpyLoader.channel(file)) {
            Header now = Header.read(file.toString(), channel);
            if (!now.equals(header)) {
                throw new IOException(file + ": the file has changed since it was looked at; open it again");
            }
            return stack(arena, channel.map(FileChannel.MapMode.READ_ONLY, header.offset(), header.bytes(), arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private Stack stack(Arena arena, MemorySegment data) {
        if (mapped()) {
            return MemoryStack.owning(arena, data, shape, type(), metadata());
        }
        return new NpyStack(arena, Source.of(header, shape, arena, data), header.type(), shape, metadata());
    }

    private Metadata metadata() {
        Metadata metadata = Metadata.named(String.valueOf(file.getFileName()))
                .withProperty("file", file.toAbsolutePath().toString())
                .withProperty("dtype", header.descr())
                .withProperty("order", header.fortran() ? "Fortran" : "C")
                .withProperty("axes", axes.names());
        return losses().stream().reduce(metadata, Metadata::withLoss, (a, b) -> b);
    }
}
