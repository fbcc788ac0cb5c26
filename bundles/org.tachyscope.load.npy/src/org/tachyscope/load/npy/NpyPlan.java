package org.tachyscope.load.npy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Says how an array becomes a stack, then maps it. */
record NpyPlan(Place place, Header header, Axes axes, View view, Rule rule, Optional<NpzLoader.About> about)
        implements Plan {

    /**
     * Plans to read an array.
     *
     * @param about what else is in the file
     * @throws IOException in one sentence, if a frame is too large
     * @throws IllegalArgumentException if the axes don't fit the array
     */
    static NpyPlan of(Place place, Header header, NpyParams params, Optional<NpzLoader.About> about)
            throws IOException {
        Axes axes = axes(place, params, header);
        try {
            View view = View.of(axes, header.lengths(), header.fortran());
            return new NpyPlan(place, header, axes, view, new Rule(header.type(), header.descr(), params), about);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(place.file() + ": " + e.getMessage(), e);
        }
    }

    private static Axes axes(Place place, NpyParams params, Header header) {
        try {
            return params.axes().of(header.lengths());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place.file() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Shape shape() {
        return view.shape();
    }

    @Override
    public PixelType type() {
        return rule.type();
    }

    @Override
    public Cost cost() {
        if (mapped()) {
            return new Cost(0, 0, 0, Access.MAPPED);
        }
        long read = rule.params().values() == Values.MIN_MAX ? header.bytes() : 0;
        return new Cost(gathers() ? FortranBlocks.KEPT * blockBytes() : 0, 0, read, Access.DECODED);
    }

    /** Tells whether the bytes in the file are the bytes of the stack. */
    private boolean mapped() {
        return rule.stored() && view.isDense();
    }

    /** Tells whether frames are gathered from all over the file, some at a time. */
    private boolean gathers() {
        return view.timeIsFastest() && !view.framesAreDense();
    }

    private int framesPerBlock() {
        return FortranBlocks.framesPerBlock(shape(), header.type().kind().bytes());
    }

    private long blockBytes() {
        return (long) framesPerBlock()
                * shape().samplesPerFrame()
                * header.type().kind().bytes();
    }

    @Override
    public List<Loss> losses() {
        return rule.loss(shape().frames()).stream().toList();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(about.map(NpzLoader.About::notes).orElse(List.of()));
        notes.add("shape " + Axes.text(header.lengths()) + " is read as " + axes.names() + axes.otherReading());
        if (!rule.sentence().isEmpty()) {
            notes.add("dtype " + header.descr() + ": " + rule.sentence());
        } else if (!header.type().stored()) {
            notes.add("dtype " + header.descr() + ": bytes are swapped when read, values stay");
        }
        if (gathers()) {
            notes.add((header.fortran() ? "Fortran order" : "time is the array's fastest axis")
                    + ": frames are gathered from all over the file when read, " + framesPerBlock()
                    + " at a time; np.ascontiguousarray makes a file that is read faster");
        } else if (!view.framesAreDense()) {
            notes.add("the array's axes come in another order than a stack's: frames are put in order when read");
        }
        if (header.extra() > 0) {
            notes.add(header.extra() + " bytes behind the pixels are ignored, as numpy does");
        }
        return List.copyOf(notes);
    }

    @Override
    public List<Report> reports() {
        return about.map(NpzLoader.About::arrays).stream().toList();
    }

    @Override
    public List<Path> besides() {
        return place.besides();
    }

    @Override
    public Stack open(Progress progress) throws IOException {
        progress.checkCancelled();
        Arena arena = Arena.ofShared();
        try (FileChannel channel = NpyLoader.channel(place.file())) {
            if (!place.header(channel).equals(header)) {
                throw new IOException(place.file() + ": the file has changed since it was looked at; open it again");
            }
            MemorySegment data = channel.map(FileChannel.MapMode.READ_ONLY, header.offset(), header.bytes(), arena);
            return stack(arena, data, metadata());
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /** Presents the array's bytes, which live in {@code arena}. */
    Stack stack(Arena arena, MemorySegment data, Metadata metadata) {
        if (mapped()) {
            return MemoryStack.owning(arena, data, shape(), type(), metadata);
        }
        Source source = Source.of(view, header.type().kind().bytes(), arena, data);
        return new NpyStack(arena, source, rule, shape(), metadata);
    }

    Metadata metadata() {
        Metadata metadata = Metadata.named(place.name())
                .withProperty("file", place.file().toAbsolutePath().toString())
                .withProperty("dtype", header.descr())
                .withProperty("order", header.fortran() ? "Fortran" : "C")
                .withProperty("axes", axes.names());
        return losses().stream().reduce(metadata, Metadata::withLoss, (a, b) -> b);
    }
}
