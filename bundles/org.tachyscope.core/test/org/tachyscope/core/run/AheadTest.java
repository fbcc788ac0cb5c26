package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class AheadTest {

    /** Larger than the buffer: 40 frames of 4 MB. */
    private static final Shape SHAPE = new Shape(40, 1024, 1024, 1);

    private final AtomicInteger computed = new AtomicInteger();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    private final Progress progress = new Progress() {
        @Override
        public void worked(long done, long total) {
            throw new AssertionError("whoever reads reports");
        }

        @Override
        public boolean cancelled() {
            return cancelled.get();
        }
    };

    private static Stack frames(Shape shape) {
        return MemoryStack.of(Arena.ofAuto().allocate(shape.samples()), shape, PixelType.U8, Metadata.named("in"));
    }

    /** Counts how many frames are computed. Sample 0 is 0.5. */
    private Stack counting() {
        return new FrameByFrame(frames(SHAPE), SHAPE, PixelType.F32, (in, out) -> {
            computed.incrementAndGet();
            out.setAtIndex(JAVA_FLOAT, 0, (float) in.sample(0) + 0.5f);
        });
    }

    @Test
    void everyFrameIsComputedOnce() throws IOException {
        try (Stack stack = new Runner(2).ahead(counting(), progress);
                Cursor cursor = stack.cursor()) {
            for (long t = 0; t < SHAPE.frames(); t++) {
                assertEquals(0.5, cursor.frame(t).sample(0));
            }
        }
        assertEquals(40, computed.get());
    }

    @Test
    void framesComeInAnyOrder() throws IOException {
        Shape shape = new Shape(300, 1, 2, 1);
        var pixels = Arena.ofAuto().allocate(shape.samples() * 4, 4);
        for (int t = 0; t < 300; t++) {
            pixels.setAtIndex(JAVA_FLOAT, 2L * t + 1, t);
        }
        Stack times = MemoryStack.of(pixels, shape, PixelType.F32, Metadata.named("in"));
        Stack negative = new FrameByFrame(times, shape, PixelType.F32, (in, out) -> {
            out.setAtIndex(JAVA_FLOAT, 0, 0);
            out.setAtIndex(JAVA_FLOAT, 1, (float) -in.sample(1));
        });
        try (Stack stack = new Runner(3).ahead(negative, progress);
                Cursor cursor = stack.cursor()) {
            for (long t : List.of(299L, 0L, 150L, 149L, 299L)) {
                assertEquals(0, t + cursor.frame(t).sample(1));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> cursor.frame(300));
        }
    }

    @Test
    void aCancelIsHeardAndFramesBeforeItAreNotTakenForLaterOnes() throws IOException {
        try (Stack stack = new Runner(2).ahead(counting(), progress);
                Cursor cursor = stack.cursor()) {
            cursor.frame(0);
            cancelled.set(true);
            assertThrows(CancellationException.class, () -> cursor.frame(39));
            cancelled.set(false);
            assertEquals(0.5, cursor.frame(0).sample(0));
        }
    }

    @Test
    void whatLiesInMemoryIsReadWhereItIs() {
        Stack stack = frames(new Shape(2, 1, 1, 1));
        assertSame(stack, new Runner(2).ahead(stack, progress));
    }
}
