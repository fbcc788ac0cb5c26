package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStackTest {

    private static final Metadata NAME = Metadata.named("test");

    @Test
    void copiesFramesBehindEachOther() throws Exception {
        Frame one = new Frame(1, 2, 1, PixelType.U8, MemorySegment.ofArray(new byte[] {1, 2}));
        Frame two = new Frame(1, 2, 1, PixelType.U8, MemorySegment.ofArray(new byte[] {3, 4}));
        try (Stack stack = MemoryStack.copyOf(List.of(one, two), NAME);
                Cursor cursor = stack.cursor()) {
            assertEquals(new Shape(2, 1, 2, 1), stack.shape());
            assertEquals(3, cursor.frame(1).sample(0));
            assertEquals(4, stack.contiguous().orElseThrow().get(ValueLayout.JAVA_BYTE, 3));
        }
    }

    @Test
    void refusesFramesOfDifferentSize() {
        Frame one = new Frame(1, 2, 1, PixelType.U8, MemorySegment.ofArray(new byte[2]));
        Frame two = new Frame(2, 1, 1, PixelType.U8, MemorySegment.ofArray(new byte[2]));
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> MemoryStack.copyOf(List.of(one, two), NAME));
        assertEquals("frame 1 is U8 1 × 2 × 1, frame 0 is U8 1 × 1 × 2", error.getMessage());
    }

    @Test
    void refusesTooFewPixels() {
        assertThrows(
                IllegalArgumentException.class,
                () -> MemoryStack.of(MemorySegment.ofArray(new byte[5]), new Shape(2, 1, 3, 1), PixelType.U8, NAME));
    }

    @Test
    void closingFreesAnOwnedArena() throws Exception {
        Arena arena = Arena.ofShared();
        Stack stack = MemoryStack.owning(arena, arena.allocate(6), new Shape(2, 1, 3, 1), PixelType.U8, NAME);
        Cursor cursor = stack.cursor();
        Frame frame = cursor.frame(0);
        stack.close();
        assertThrows(IllegalStateException.class, () -> frame.sample(0));
    }
}
