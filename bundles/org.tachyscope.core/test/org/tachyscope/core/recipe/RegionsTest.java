package org.tachyscope.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Roi;

class RegionsTest {

    /** Column 10 and row 20 came to the corner, then blocks of 2 × 3 pixels became one. */
    private static final Regions BACK =
            Regions.SAME.cropped(new Box(10, 20, 100, 100)).binned(2, 3);

    @Test
    void aBoxCoversTheBlocksOfItsPixels() {
        assertEquals(new Box(10 + 2 * 5, 20 + 3 * 6, 14, 24), BACK.of(new Box(5, 6, 7, 8)));
        assertEquals(new Box(5, 6, 7, 8), Regions.SAME.of(new Box(5, 6, 7, 8)));
    }

    @Test
    void aCropBehindABinningIsCountedInBlocks() {
        Regions back = Regions.SAME.binned(4, 4).cropped(new Box(1, 2, 5, 5));
        assertEquals(new Box(4 + 12, 8 + 12, 4, 4), back.of(new Box(3, 3, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rect 1,1,2,2              | rect 12,23,4,6",
                "ellipse 0,0,3,2           | ellipse 10,20,6,6",
                "polygon 0,0 4,0 0,4       | polygon 10,20 18,20 10,32",
                "point 0.5,0.5             | point 11,21.5",
                "line 0,0 2,0              | line 10,20 14,20 band 2",
                "polyline 0,0 2,0 2,2      | polyline 10,20 14,20 14,26 band 2",
            })
    void regionsMoveToWhereTheyLieInWholeFrames(String small, String whole) {
        assertEquals(Roi.parse(whole), BACK.of(Roi.parse(small)));
    }
}
