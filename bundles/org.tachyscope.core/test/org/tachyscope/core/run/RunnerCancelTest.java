package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.core.run.Folds.CURVE;
import static org.tachyscope.core.run.Folds.LAST;
import static org.tachyscope.core.run.Folds.SUM;
import static org.tachyscope.core.run.Folds.values;
import static org.tachyscope.core.run.Stacks.random;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;

class RunnerCancelTest {

    @Test
    void stopsWithinTwoHundredMillisecondsAndKeepsWhatIsWhole() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicLong when = new AtomicLong();
        Shape shape = new Shape(100_000, 4, 4, 1);
        Stack stack = new CursorOnly(random(shape, PixelType.U8), index -> {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        Progress progress = new Progress() {
            @Override
            public void worked(long done, long total) {
                assertEquals(100_000, total);
                if (done >= 20 && cancelled.compareAndSet(false, true)) {
                    when.set(System.nanoTime());
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
        Outcome outcome = new Runner(2).run(stack, List.of(SUM, CURVE, LAST), progress);
        assertTrue(System.nanoTime() - when.get() < 200_000_000L);
        assertFalse(outcome.complete());
        int frames = (int) outcome.frames();
        assertTrue(frames >= 20 && frames < 100_000);
        double[] sums = new double[16];
        for (int t = 0; t < frames; t++) {
            Frame frame = stack.cursor().frame(t);
            for (int i = 0; i < 16; i++) {
                sums[i] += frame.sample(i);
            }
        }
        assertArrayEquals(sums, values(outcome.results().getFirst()));
        assertEquals(frames, values(outcome.results().get(1)).length);
    }

    @Test
    void throwsWhenCancelledBeforeAnythingIsFolded() {
        Stack stack = random(new Shape(4, 8, 8, 1), PixelType.U8);
        assertThrows(
                CancellationException.class, () -> new Runner(2).run(stack, List.of(SUM), stoppedOnce(() -> true)));
    }

    private static Progress stoppedOnce(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    /** Cancels as soon as it gets a block, and takes long for every block. */
    private static final class Slow implements Accumulator<Slow> {
        private final AtomicBoolean cancelled;

        Slow(AtomicBoolean cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public void add(Block block) {
            cancelled.set(true);
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < 150_000_000) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void merge(Slow other) {
            throw new AssertionError("must not be merged");
        }

        @Override
        public Result result() {
            throw new AssertionError("has no result");
        }
    }

    @Test
    void isCancelledInTheMiddleOfASlabThatTakesTooLong() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Fold slow = new Fold.OfBlocks<>(Fold.Split.ROWS, _ -> new Slow(cancelled));
        Stack stack = random(new Shape(1, 16, 1024, 1), PixelType.U8);
        assertThrows(
                CancellationException.class,
                () -> new Runner(1).run(stack, List.of(slow), stoppedOnce(cancelled::get)));
    }
}
