package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Range;

/** Values 0 … 200 on points 110 … 10: two values a point, value 200 at the top. */
class LevelDragTest {

    private final LevelScale scale = LevelScale.of(new Range(0, 200), new Range(50, 150), 10, 100);
    private final Range range = new Range(50, 150);

    @Test
    void laysValuesOutFromBottomToTop() {
        assertEquals(110, scale.yOf(0));
        assertEquals(10, scale.yOf(200));
        assertEquals(35, scale.yOf(150));
        assertEquals(150, scale.valueAt(35));
    }

    @Test
    void coversARangeBeyondTheData() {
        LevelScale wide = LevelScale.of(new Range(0, 200), new Range(-100, 250), 10, 100);
        assertEquals(-100, wide.low());
        assertEquals(250, wide.high());
    }

    @Test
    void movesTheEndThatWasGrabbed() {
        assertEquals(new Range(50, 170), LevelDrag.start(scale, range, 36).to(26, PixelType.U8));
        assertEquals(new Range(30, 150), LevelDrag.start(scale, range, 85).to(95, PixelType.U8));
    }

    @Test
    void movesTheNearerEndWhenGrabbedOutside() {
        assertEquals(new Range(50, 170), LevelDrag.start(scale, range, 15).to(5, PixelType.U8));
        assertEquals(new Range(40, 150), LevelDrag.start(scale, range, 105).to(110, PixelType.U8));
    }

    @Test
    void movesBothEndsWhenGrabbedBetween() {
        assertEquals(new Range(70, 170), LevelDrag.start(scale, range, 60).to(50, PixelType.U16));
    }

    @Test
    void keepsTheEndsInOrder() {
        assertEquals(new Range(50, 51), LevelDrag.start(scale, range, 35).to(110, PixelType.U8));
        assertEquals(new Range(149.5, 150), LevelDrag.start(scale, range, 85).to(10, PixelType.F32));
    }

    @Test
    void writesValuesShort() {
        assertEquals("201", LevelScale.text(200.7, PixelType.U16));
        assertEquals("0.125", LevelScale.text(0.125, PixelType.F32));
        assertEquals("1.5", LevelScale.text(1.5, PixelType.F32));
        assertEquals("1.23e+06", LevelScale.text(1234567, PixelType.F32));
    }
}
