package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/** Folds that go strip by strip hold only as many accumulators as threads work. */
class StripByStripTest {

    private static final Shape SHAPE = new Shape(700, 64, 1024, 1);

    /** Counts the frames of its window, and how many of its kind are unfinished. */
    private static final class Large implements Accumulator<Large> {
        private final Window window;
        private final AtomicInteger alive;
        private long frames;

        Large(Window window, AtomicInteger alive, AtomicInteger most) {
            this.window = window;
            this.alive = alive;
            int now = alive.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
        }

        @Override
        public void add(Block block) {
            assertEquals(frames, block.window().firstFrame());
            frames += block.window().frames();
        }

        @Override
        public void merge(Large other) {
            throw new AssertionError("must not be merged");
        }

        @Override
        public Result result() {
            alive.decrementAndGet();
            var pixels = Arena.ofAuto().allocate(window.samplesPerFrame());
            pixels.fill((byte) (frames == SHAPE.frames() ? window.firstRow() : 255));
            return new Frame(window.rows(), SHAPE.width(), 1, PixelType.U8, pixels);
        }
    }

    @Test
    void accumulatorsAreNoMoreThanThreads() throws IOException {
        Stack stack = MemoryStack.of(
                Arena.ofAuto().allocate(SHAPE.samples(), 64), SHAPE, PixelType.U8, Metadata.named("NAME"));
        AtomicInteger alive = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Fold fold = new Fold.OfBlocks<>(Fold.Split.STRIPS, window -> new Large(window, alive, most));
        Frame frame = (Frame) new Runner(2)
                .run(stack, List.of(fold), Progress.none())
                .results()
                .getFirst();
        Strips strips = Strips.ofRows(SHAPE, PixelType.U8);
        assertTrue(strips.count() > 8, "several strips a thread");
        assertTrue(most.get() <= 2, most + " at a time");
        assertEquals(0, alive.get());
        for (int row = 0; row < SHAPE.height(); row++) {
            int top = strips.first(row * 1024 / strips.most()) / 1024;
            assertEquals(top, frame.sample(row, 0, 0), "row " + row);
        }
    }
}
