package org.tachyscope.ops.space;

import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Frames that OpenCV can't read where they lie. */
class PainterTest {

    private static final double[] VALUES = {0, 65_535, 3, 4, 500, 6};
    private static final Shape SHAPE = new Shape(1, 2, 3, 1);

    private static double[] filtered(MemorySegment pixels) throws Exception {
        Stack input = MemoryStack.of(pixels, SHAPE, PixelType.U16, Metadata.named("odd"));
        return Stacks.values(new MedianBlur(), new MedianBlur().defaults(), input);
    }

    private static void fill(MemorySegment pixels) {
        for (int i = 0; i < VALUES.length; i++) {
            pixels.set(JAVA_SHORT_UNALIGNED, 2L * i, (short) (int) VALUES[i]);
        }
    }

    @Test
    void onTheHeapOrUnalignedGiveTheSame() throws Exception {
        double[] expected =
                Stacks.values(new MedianBlur(), new MedianBlur().defaults(), Stacks.of(PixelType.U16, SHAPE, VALUES));
        MemorySegment heap = MemorySegment.ofArray(new byte[12]);
        fill(heap);
        assertArrayEquals(expected, filtered(heap));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment unaligned = arena.allocate(16, 8).asSlice(1, 12);
            fill(unaligned);
            assertArrayEquals(expected, filtered(unaligned));
        }
    }
}
