package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class FillTest {

    private static final Shape SHAPE = new Shape(7, 37, 61, 3);

    private static Stack input() {
        MemorySegment pixels = Arena.ofAuto().allocate(SHAPE.samples());
        for (long i = 0; i < SHAPE.samples(); i++) {
            pixels.set(JAVA_BYTE, i, (byte) (i * 31 + i / 1000));
        }
        return MemoryStack.of(pixels, SHAPE, PixelType.U8, Metadata.named("input"));
    }

    private static Stack decoded(Stack input) {
        return new FrameByFrame(input, SHAPE, PixelType.U8, (in, out) -> out.copyFrom(in.pixels()));
    }

    private static byte[] filled(Stack stack, int threads, Progress progress) throws IOException {
        MemorySegment out = Arena.ofAuto().allocate(SHAPE.samples());
        new Runner(threads).fill(stack, out, progress);
        return out.toArray(JAVA_BYTE);
    }

    @Test
    void memoryHoldsAllFramesWhateverTheThreadsAndTheStack() throws IOException {
        byte[] expected = input().contiguous().orElseThrow().toArray(JAVA_BYTE);
        for (int threads : new int[] {1, 2, 3, 7, 20}) {
            assertArrayEquals(expected, filled(input(), threads, Progress.none()));
            assertArrayEquals(expected, filled(decoded(input()), threads, Progress.none()));
        }
    }

    /** Frame t is read when all before it were taken, and at most the other threads' have not been read yet. */
    @Test
    void framesOnTheirOwnAreReadForwardByAllThreads() throws IOException {
        Shape shape = new Shape(60, 256, 300, 1);
        Stack pixels =
                MemoryStack.of(Arena.ofAuto().allocate(shape.samples()), shape, PixelType.U8, Metadata.named("video"));
        AtomicLong read = new AtomicLong();
        Stack video = new CursorOnly(pixels, index -> assertTrue(index < read.getAndIncrement() + 4, "frame " + index));
        Stack computed = new FrameByFrame(video, shape, PixelType.U8, (in, out) -> out.copyFrom(in.pixels()));
        for (Stack stack : List.of(video, computed)) {
            read.set(0);
            new Runner(4).fill(stack, Arena.ofAuto().allocate(shape.samples()), Progress.none());
            assertEquals(60, read.get());
        }
    }

    @Test
    void wholeFramesAreComputedRightWhereTheyGo() throws IOException {
        Set<Long> places = ConcurrentHashMap.newKeySet();
        Stack computed = new FrameByFrame(input(), SHAPE, PixelType.U8, (_, frame) -> places.add(frame.address()));
        MemorySegment out = Arena.ofAuto().allocate(SHAPE.samples());
        new Runner(2).fill(computed, out, Progress.none());
        Set<Long> frames = LongStream.range(0, 7)
                .mapToObj(t -> out.address() + t * 37 * 61 * 3)
                .collect(Collectors.toSet());
        assertEquals(frames, places);
    }

    @Test
    void progressReachesTheLastFrame() throws IOException {
        AtomicLong most = new AtomicLong();
        Progress watching = new Progress() {
            @Override
            public void worked(long done, long total) {
                assertEquals(SHAPE.frames(), total);
                most.accumulateAndGet(done, Math::max);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        filled(input(), 2, watching);
        assertEquals(SHAPE.frames(), most.get());
    }

    @Test
    void cancelInTheMiddleIsHeard() {
        AtomicLong asked = new AtomicLong();
        Progress impatient = new Progress() {
            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 3;
            }
        };
        assertThrows(CancellationException.class, () -> filled(input(), 2, impatient));
    }

    @Test
    void unreadableFrameIsNamed() {
        Stack broken = new FrameByFrame(input(), SHAPE, PixelType.U8, (in, out) -> {
            throw new IOException("the disk is gone");
        });
        assertEquals(
                "frame 0 of input: the disk is gone",
                assertThrows(IOException.class, () -> filled(broken, 1, Progress.none()))
                        .getMessage());
    }

    @Test
    void memoryOfAnotherSizeIsRefused() {
        MemorySegment small = Arena.ofAuto().allocate(10);
        assertEquals(
                "a U8 stack of 7 × 37 × 61 × 3 needs 47397 bytes, got 10",
                assertThrows(IllegalArgumentException.class, () -> new Runner(1).fill(input(), small, Progress.none()))
                        .getMessage());
    }
}
