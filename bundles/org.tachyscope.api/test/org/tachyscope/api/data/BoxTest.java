package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {

    private static final Shape FRAME = new Shape(1, 10, 20, 1);

    @Test
    void wholeFrameIsInside() {
        Box whole = new Box(0, 0, 20, 10);
        assertEquals(whole, whole.checkInside(FRAME));
    }

    @ParameterizedTest
    @CsvSource({"-1,0,2,2", "0,-1,2,2", "19,0,2,2", "0,9,2,2", "0,0,0,1", "0,0,1,0", "2147483647,0,2147483647,1"})
    void refusesWhatReachesOutside(int x, int y, int width, int height) {
        Box box = new Box(x, y, width, height);
        assertThrows(IllegalArgumentException.class, () -> box.checkInside(FRAME));
    }

    @Test
    void saysWhereItLiesAndHowLargeTheFrameIs() {
        Box box = new Box(15, 3, 8, 2);
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> box.checkInside(FRAME));
        assertEquals("ROI 15,3 8×2 lies outside the frame of 20 × 10 px", error.getMessage());
    }
}
