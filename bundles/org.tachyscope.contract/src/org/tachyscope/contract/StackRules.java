package org.tachyscope.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Checks what holds for every stack, whoever made it. */
final class StackRules {

    private StackRules() {}

    static void check(Stack stack) throws Exception {
        framesHaveTheShapeOfTheStack(stack);
        framesAreReadOnly(stack);
        orderOfReadingDoesNotMatter(stack);
        cursorsAreIndependent(stack);
        memoryOfTheCallersIsFilled(stack);
        partsAreThoseOfTheFrame(stack);
        manyThreadsReadTheSame(stack);
        thereIsNoFrameOutsideTheStack(stack);
        contiguousPixelsAreTheFrames(stack);
        metadataFits(stack);
    }

    private static void framesHaveTheShapeOfTheStack(Stack stack) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            for (long t = 0; t < stack.shape().frames(); t++) {
                Frame frame = cursor.frame(t);
                assertEquals(stack.shape().withFrames(1), frame.shape(), "frame " + t);
                assertEquals(stack.type(), frame.type(), "frame " + t);
            }
        }
    }

    private static void framesAreReadOnly(Stack stack) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            assertTrue(cursor.frame(0).pixels().isReadOnly(), "a cursor hands out read-only pixels");
        }
    }

    private static void orderOfReadingDoesNotMatter(Stack stack) throws IOException {
        List<byte[]> forward = frames(stack);
        try (Cursor cursor = stack.cursor()) {
            for (int t = forward.size() - 1; t >= 0; t--) {
                assertArrayEquals(forward.get(t), Samples.bytes(cursor.frame(t)), "frame " + t + " read backwards");
            }
        }
    }

    private static void cursorsAreIndependent(Stack stack) throws IOException {
        long last = stack.shape().frames() - 1;
        byte[] expected = Samples.bytes(stack, 0);
        try (Cursor one = stack.cursor();
                Cursor other = stack.cursor()) {
            Frame first = one.frame(0);
            other.frame(last);
            assertArrayEquals(expected, Samples.bytes(first), "another cursor changed this one's frame");
        }
    }

    private static void memoryOfTheCallersIsFilled(Stack stack) throws IOException {
        List<byte[]> forward = frames(stack);
        try (Arena arena = Arena.ofConfined();
                Cursor cursor = stack.cursor()) {
            MemorySegment out =
                    arena.allocate(forward.getFirst().length, stack.type().bytes());
            for (int t = 0; t < forward.size(); t++) {
                out.fill((byte) 0x5a);
                cursor.read(t, out);
                assertArrayEquals(forward.get(t), out.toArray(ValueLayout.JAVA_BYTE), "frame " + t + " read to memory");
            }
        }
    }

    /** Cuts frames in two, and reads one part through all frames before the other, forward and backward. */
    private static void partsAreThoseOfTheFrame(Stack stack) throws IOException {
        List<byte[]> forward = frames(stack);
        int samples = stack.shape().samplesPerFrame();
        try (Cursor cursor = stack.cursor()) {
            for (int cut : new int[] {samples, (samples + 1) / 2, 1}) {
                for (int t = 0; t < forward.size(); t++) {
                    assertPart(stack, cursor, t, 0, cut, forward.get(t));
                }
                for (int t = forward.size() - 1; t >= 0 && cut < samples; t--) {
                    assertPart(stack, cursor, t, cut, samples - cut, forward.get(t));
                }
            }
            assertThrows(
                    IndexOutOfBoundsException.class,
                    () -> assertPart(stack, cursor, 0, 1, samples, forward.getFirst()));
        }
    }

    private static void assertPart(Stack stack, Cursor cursor, long t, int first, int samples, byte[] frame)
            throws IOException {
        int bytes = stack.type().bytes();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate((long) samples * bytes, bytes);
            cursor.read(t, first, samples, out);
            byte[] expected = Arrays.copyOfRange(frame, first * bytes, (first + samples) * bytes);
            assertArrayEquals(
                    expected,
                    out.toArray(ValueLayout.JAVA_BYTE),
                    "frame " + t + ", " + samples + " samples from sample " + first + " on");
        }
    }

    private static void manyThreadsReadTheSame(Stack stack) throws Exception {
        List<byte[]> expected = frames(stack);
        Callable<List<byte[]>> read = () -> frames(stack);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<List<byte[]>> found : threads.invokeAll(List.of(read, read, read))) {
                for (int t = 0; t < expected.size(); t++) {
                    assertArrayEquals(expected.get(t), found.get().get(t), "frame " + t + " read by several threads");
                }
            }
        }
    }

    private static void thereIsNoFrameOutsideTheStack(Stack stack) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            assertThrows(IndexOutOfBoundsException.class, () -> cursor.frame(-1));
            assertThrows(
                    IndexOutOfBoundsException.class,
                    () -> cursor.frame(stack.shape().frames()));
            cursor.frame(0);
        }
    }

    private static void contiguousPixelsAreTheFrames(Stack stack) throws IOException {
        if (stack.contiguous().isEmpty()) {
            return;
        }
        MemorySegment all = stack.contiguous().get();
        Shape shape = stack.shape();
        assertTrue(all.isReadOnly(), "contiguous pixels are read-only");
        assertEquals(shape.samples() * stack.type().bytes(), all.byteSize());
        long bytes = (long) shape.samplesPerFrame() * stack.type().bytes();
        for (long t = 0; t < shape.frames(); t++) {
            assertArrayEquals(
                    Samples.bytes(stack, t), all.asSlice(t * bytes, bytes).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    private static void metadataFits(Stack stack) {
        assertTrue(!stack.metadata().name().isBlank(), "a stack has a name");
        int names = stack.metadata().frameNames().size();
        assertTrue(names == 0 || names == stack.shape().frames(), names + " names for " + stack.shape());
    }

    static List<byte[]> frames(Stack stack) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        try (Cursor cursor = stack.cursor()) {
            for (long t = 0; t < stack.shape().frames(); t++) {
                frames.add(Samples.bytes(cursor.frame(t)));
            }
        }
        return frames;
    }

    static void assertSameFrames(Stack expected, Stack actual) throws IOException {
        List<byte[]> left = frames(expected);
        List<byte[]> right = frames(actual);
        assertEquals(left.size(), right.size());
        for (int t = 0; t < left.size(); t++) {
            assertArrayEquals(left.get(t), right.get(t), "frame " + t);
        }
    }
}
