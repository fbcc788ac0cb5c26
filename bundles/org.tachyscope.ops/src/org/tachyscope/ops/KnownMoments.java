package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Window;

/** Computes moments of the F32 samples that aren't NaN, in up to 52 bytes a sample. */
final class KnownMoments implements Accumulator<KnownMoments> {

    private final Window window;
    private final MomentFold fold;
    private final float[] row;
    private final KnownSums sums;
    private final KnownExtremes extremes;

    KnownMoments(Window window, MomentFold fold) {
        this.window = window;
        this.fold = fold;
        int samples = window.samplesPerFrame();
        row = new float[samples];
        boolean extreme = fold.needs().contains(Moment.MIN) || fold.needs().contains(Moment.MAX);
        boolean squared = fold.needs().contains(Moment.SUM_OF_SQUARES);
        sums = new KnownSums(squared || fold.needs().contains(Moment.SUM) ? samples : 0, squared);
        extremes = new KnownExtremes(extreme ? samples : 0);
    }

    @Override
    public void add(Block block) {
        for (long t = 0; t < block.window().frames(); t++) {
            MemorySegment.copy(block.pixels(), JAVA_FLOAT_UNALIGNED, t * block.frameStride(), row, 0, row.length);
            sums.add(row);
            extremes.add(row);
        }
    }

    @Override
    public void merge(KnownMoments other) {
        sums.merge(other.sums);
        extremes.merge(other.extremes);
    }

    @Override
    public Result result() {
        sums.endBlock();
        Floats moments = new Floats(
                row.length, sums.counts(), sums.sums(), sums.deviations(), extremes.smallest(), extremes.largest());
        Shape frame = window.stack();
        long bytes = (long) row.length * fold.result().bytes();
        MemorySegment out = Arena.ofAuto().allocate(bytes, 64);
        fold.floats().finish(moments, out);
        return new Frame(window.rows(), frame.width(), frame.channels(), fold.result(), out);
    }
}
