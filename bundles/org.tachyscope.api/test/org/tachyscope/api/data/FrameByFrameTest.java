package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class FrameByFrameTest {

    private static final Stack INPUT = MemoryStack.of(
            MemorySegment.ofArray(new byte[] {1, 2, 3, 4, 5, 6}),
            new Shape(3, 1, 2, 1),
            PixelType.U8,
            Metadata.named("input"));

    @Test
    void computesEachFrameFromItsOwn() throws Exception {
        Stack doubled = new FrameByFrame(INPUT, INPUT.shape(), PixelType.F32, (in, out) -> {
            for (int i = 0; i < in.samples(); i++) {
                out.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (2 * in.sample(i)));
            }
        });
        try (doubled;
                Cursor cursor = doubled.cursor()) {
            assertEquals(12, cursor.frame(2).sample(1));
            assertEquals(2, cursor.frame(0).sample(0));
        }
    }

    @Test
    void refusesAnotherNumberOfFrames() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> new FrameByFrame(INPUT, INPUT.shape().withFrames(2), PixelType.U8, (in, out) -> {}));
        assertEquals("frame by frame needs as many frames as its input, got 2 of 3", error.getMessage());
    }
}
