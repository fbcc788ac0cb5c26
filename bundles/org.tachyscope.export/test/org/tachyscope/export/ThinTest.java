package org.tachyscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinTest {

    @Test
    void leavesShortCurvesAsTheyAre() {
        assertArrayEquals(IntStream.range(0, 40).toArray(), Thin.indices(40, i -> i, 10));
    }

    @Test
    void keepsFirstSmallestLargestAndLastOfEveryColumn() {
        double[] y = {5, 9, 1, 4, 6, 6, 6, 6, 6, 6, 2, 3, 1, 0, 8};
        assertArrayEquals(new int[] {0, 1, 2, 4, 5, 9, 10, 13, 14}, Thin.indices(15, i -> y[i], 3));
    }

    @Test
    void keepsASingleSpikeAmongMillions() {
        int[] kept = Thin.indices(3_000_000, i -> i == 1_234_567 ? 1 : 0, 1200);
        assertTrue(kept.length <= 4 * 1200);
        assertTrue(Arrays.binarySearch(kept, 1_234_567) >= 0);
    }

    @Test
    void keepsGaps() {
        int[] kept = Thin.indices(1000, i -> i >= 300 && i < 600 ? Double.NaN : i, 10);
        assertEquals(3, Arrays.stream(kept).filter(i -> i >= 300 && i < 600).count());
    }

    @Test
    void looksPastWhatIsNotANumber() {
        double[] y = {Double.NaN, 3, Double.NaN, 7, Double.NaN};
        assertArrayEquals(new int[] {1, 3}, Thin.indices(5, i -> y[i], 1));
    }
}
