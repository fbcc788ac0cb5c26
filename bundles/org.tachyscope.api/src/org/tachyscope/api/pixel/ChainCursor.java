package org.tachyscope.api.pixel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/** Takes one piece after another through all steps of a chain. */
final class ChainCursor implements Cursor {

    private final Shape shape;
    private final PixelType type;
    private final SampleReader reader;
    private final PixelChain chain;
    private final List<PixelStep.Worker> workers;
    private final Supplier<PixelMath> math;
    private final float[] piece;
    private final Arena arena = Arena.ofConfined();
    private @Nullable MemorySegment own;
    private @Nullable FormulaLoop loop;
    private long at = -1;

    ChainCursor(PixelChain chain, SampleReader reader, List<PixelStep.Worker> workers, Supplier<PixelMath> math) {
        this.chain = chain;
        this.shape = chain.shape();
        this.type = chain.type();
        this.reader = reader;
        this.workers = workers;
        this.math = math;
        piece = new float[Math.min(PixelChain.PIECE, shape.samplesPerFrame())];
    }

    @Override
    public Frame frame(long index) throws IOException {
        MemorySegment out = own;
        if (out == null) {
            out = arena.allocate((long) shape.samplesPerFrame() * type.bytes(), 64);
            own = out;
        }
        read(index, out);
        return Frame.of(shape, type, out.asReadOnly());
    }

    @Override
    public void read(long index, MemorySegment out) throws IOException {
        read(index, 0, shape.samplesPerFrame(), out);
    }

    @Override
    public void read(long index, int first, int samples, MemorySegment out) throws IOException {
        Objects.checkIndex(index, shape.frames());
        Objects.checkFromIndexSize(first, samples, shape.samplesPerFrame());
        go(index);
        for (int done = atOnce(first, samples, out); done < samples; done += piece.length) {
            int count = Math.min(piece.length, samples - done);
            reader.read(first + done, piece, count);
            for (PixelStep.Worker worker : workers) {
                worker.apply(first + done, piece, count);
            }
            math.get().store(piece, count, type, out, (long) done * type.bytes());
        }
    }

    /** Takes samples through all steps in one loop, if there is one, and returns how many. */
    private int atOnce(int first, int samples, MemorySegment out) throws IOException {
        Optional<PixelChain.Counted> formulas =
                reader.lies() && out.isNative() && math.get().makesLoops() ? chain.formulas() : Optional.empty();
        if (formulas.isEmpty()) {
            return 0;
        }
        FormulaLoop known = loop;
        if (known == null) {
            known = math.get().loop(formulas.get().all(), samples).orElse(null);
            loop = known;
        }
        if (known == null) {
            return 0;
        }
        int done = known.run(reader.pixels(), reader.at(first), first, samples, out);
        formulas.get().count(first, done);
        return done;
    }

    private void go(long index) throws IOException {
        if (index == at) {
            return;
        }
        at = -1;
        reader.frame(index);
        for (PixelStep.Worker worker : workers) {
            worker.frame(index);
        }
        at = index;
    }

    @Override
    public void close() {
        reader.close();
        workers.forEach(PixelStep.Worker::close);
        arena.close();
    }
}
