package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.ops.space.Stacks.assertRefuses;
import static org.tachyscope.ops.space.Stacks.assertValues;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class CropTest {

    private static final Stack TWO = Stacks.of(
            PixelType.U16, new Shape(2, 3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 65_535);

    private static Crop.Params box(int x, int y, int width, int height) {
        return new Crop.Params(new Box(x, y, width, height));
    }

    @Test
    void keepsTheRectangle() throws Exception {
        Stack cropped = new Crop().apply(TWO, box(1, 1, 2, 2));
        assertEquals(new Shape(2, 2, 2, 1), cropped.shape());
        assertArrayEquals(new double[] {5, 6, 8, 9}, Stacks.values(cropped, 0));
        assertArrayEquals(new double[] {15, 16, 18, 65_535}, Stacks.values(cropped, 1));
        assertEquals("1,1 2×2 px of 3×3", cropped.metadata().properties().get("crop"));
    }

    @Test
    void admitsWhatLiesOutside() {
        assertEquals(
                List.of(new Loss(Loss.Kind.CROPPED, 2, "crop 1,1 2×2 px of 3×3")),
                new Crop().apply(TWO, box(1, 1, 2, 2)).metadata().losses());
        assertEquals(
                List.of(new Loss(Loss.Kind.CROPPED, 2, "crop 0,1 3×2 px of 3×3")),
                new Crop().apply(TWO, box(0, 1, 3, 2)).metadata().losses());
        assertEquals(
                List.of(), new Crop().apply(TWO, box(0, 0, 3, 3)).metadata().losses());
    }

    @Test
    void keepsAllChannels() throws Exception {
        Stack colour = Stacks.of(PixelType.U8, new Shape(1, 2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
        assertValues(new Crop(), box(1, 0, 1, 2), colour, 3, 4, 7, 8);
    }

    @Test
    void ofWholeRowsDoesNotCopy() throws Exception {
        Stack cropped = new Crop().apply(TWO, box(0, 1, 3, 2));
        assertFalse(cropped.contiguous().isPresent());
        try (Cursor cursor = cropped.cursor()) {
            long start = TWO.contiguous().orElseThrow().address();
            assertEquals(start + 2 * (9 + 3), cursor.frame(1).pixels().address());
            assertEquals(14, cursor.frame(1).sample(0));
        }
        assertEquals(0, cropped.origin().orElseThrow().cursorBytes());
    }

    @Test
    void ofWholeRowsOfOneFrameStaysContiguous() throws Exception {
        Stack one = Stacks.frame(PixelType.U8, 3, 2, 1, 2, 3, 4, 5, 6);
        Stack cropped = new Crop().apply(one, box(0, 1, 2, 1));
        assertTrue(cropped.contiguous().isPresent());
        assertEquals(2, cropped.contiguous().get().byteSize());
        assertValues(new Crop(), box(0, 1, 2, 1), one, 3, 4);
    }

    @Test
    void ofEverythingIsTheInputsMemory() {
        Stack cropped = new Crop().apply(TWO, box(0, 0, 3, 3));
        assertEquals(TWO.contiguous(), cropped.contiguous());
    }

    @Test
    void refusesWhatLiesOutside() {
        assertRefuses("ROI 2,0 2×1 lies outside the frame of 3 × 3 px", new Crop(), box(2, 0, 2, 1), TWO);
    }
}
