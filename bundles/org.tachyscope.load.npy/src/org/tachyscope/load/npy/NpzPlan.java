package org.tachyscope.load.npy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tachyscope.api.Destination;
import org.tachyscope.api.FreeMemory;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Unpacks a deflated array: frame by frame, converted on the way, if they come in the order of a stack; otherwise all of it as it
 * is, to be gathered from memory.
 *
 * @param entry where the packed bytes lie
 * @param array what is in them
 */
record NpzPlan(Path file, Zip.Entry entry, NpyPlan array) implements Plan {

    @Override
    public Shape shape() {
        return array.shape();
    }

    @Override
    public PixelType type() {
        return array.type();
    }

    /** Tells whether frames are complete one after the other and need nothing that comes later. */
    private boolean streams() {
        return array.view().isDense() && array.rule().params().values() != Values.MIN_MAX;
    }

    @Override
    public Cost cost() {
        long memory = streams()
                ? shape().samples() * type().bytes()
                : array.header().bytes() + array.cost().memoryBytes();
        return new Cost(memory, 0, entry.packed(), streams() ? Access.LOADED : Access.DECODED);
    }

    @Override
    public List<Loss> losses() {
        return array.losses();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(array.notes());
        notes.add(Zip.Entry.array(entry.name()) + " is packed: all of it is unpacked before the first frame is there");
        return notes;
    }

    @Override
    public List<Report> reports() {
        return array.reports();
    }

    @Override
    public Stack open(Progress progress) throws IOException {
        progress.checkCancelled();
        OptionalLong free = FreeMemory.bytes();
        long need = cost().memoryBytes();
        if (free.isPresent() && need > free.getAsLong()) {
            throw new IOException(file + ": " + entry.name() + " takes " + need / 1_000_000 + " MB of memory, "
                    + free.getAsLong() / 1_000_000 + " MB are free; the disk cache (--cache) needs none");
        }
        Arena arena = Arena.ofShared();
        return opened(arena, progress, (shape, type) -> arena.allocate(shape.samples() * type.bytes(), 64));
    }

    @Override
    public Stack open(Progress progress, Destination destination) throws IOException {
        progress.checkCancelled();
        return opened(Arena.ofShared(), progress, destination);
    }

    private Stack opened(Arena arena, Progress progress, Destination destination) throws IOException {
        try (FileChannel channel = NpyLoader.channel(file)) {
            if (!Zip.read(file, channel).entry(entry.name()).equals(entry)) {
                throw new IOException(file + ": the file has changed since it was looked at; open it again");
            }
            progress.step("unpacking");
            try (Unpacking unpacking = new Unpacking(file + ": " + entry.name(), entry, channel)) {
                unpacking.skip(array.header().offset());
                return streams()
                        ? streamed(arena, unpacking, progress, destination)
                        : whole(arena, unpacking, progress);
            }
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private Stack streamed(Arena arena, Unpacking unpacking, Progress progress, Destination destination)
            throws IOException {
        MemorySegment frames = destination.allocate(shape(), type());
        long bytes = (long) shape().samplesPerFrame() * type().bytes();
        long packed =
                (long) shape().samplesPerFrame() * array.header().type().kind().bytes();
        try (Arena own = Arena.ofConfined()) {
            MemorySegment raw = array.rule().stored() ? MemorySegment.NULL : own.allocate(packed, 64);
            Conversion conversion = array.rule().conversion(Linear.NONE);
            for (long t = 0; t < shape().frames(); t++) {
                progress.checkCancelled();
                MemorySegment frame = frames.asSlice(t * bytes, bytes);
                if (array.rule().stored()) {
                    unpacking.read(frame, progress);
                } else {
                    unpacking.read(raw, progress);
                    conversion.convert(raw, frame, shape().samplesPerFrame());
                }
                destination.completed(t);
                progress.worked(t + 1, shape().frames());
            }
        }
        unpacking.finish(progress);
        return MemoryStack.owning(arena, frames, shape(), type(), metadata());
    }

    private Stack whole(Arena arena, Unpacking unpacking, Progress progress) throws IOException {
        MemorySegment all = arena.allocate(array.header().bytes(), 64);
        unpacking.read(all, progress);
        unpacking.finish(progress);
        return array.stack(arena, all, metadata());
    }

    private Metadata metadata() {
        return array.metadata().withName(file.getFileName() + " " + Zip.Entry.array(entry.name()));
    }
}
