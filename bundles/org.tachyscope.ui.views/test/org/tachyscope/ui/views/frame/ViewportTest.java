package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.Box;

class ViewportTest {

    /** 200 × 100 in 500 × 400: 2.5-fold, 500 × 250, 75 above. */
    @Test
    void fitsTheWholeFrameInTheMiddle() {
        Viewport view = Viewport.fit(200, 100, 500, 400);
        assertEquals(2.5, view.zoom());
        assertEquals(0, view.x());
        assertEquals(75, view.y());
        assertEquals(new Area(0, 75, 500, 250), view.covered());
        assertEquals(new Box(0, 0, 200, 100), view.visible());
    }

    @Test
    void fitsALargeFrameBelowActualSize() {
        Viewport view = Viewport.fit(4000, 1000, 500, 400);
        assertEquals(0.125, view.zoom());
        assertEquals(new Area(0, 137, 500, 125), view.covered());
    }

    /** At zoom 4 and x = 10, column 3 covers view pixels 22 … 25. */
    @Test
    void mapsViewPixelsToFramePixelsAndBack() {
        Viewport view = new Viewport(100, 100, 500, 500, 4, 10, 30);
        assertEquals(2, view.columnAt(21));
        assertEquals(3, view.columnAt(22));
        assertEquals(3, view.columnAt(25));
        assertEquals(4, view.columnAt(26));
        assertEquals(22, view.leftOf(3));
        assertEquals(-1, view.columnAt(9));
        assertEquals(0, view.rowAt(30));
        assertEquals(42, view.topOf(3));
    }

    /** At zoom 1.5 columns are two and one pixels wide in turn: centres ½/1.5 = 0.33, 1, 1.67, 2.33, 3. */
    @Test
    void sharesViewPixelsFairlyAtFractionalZoom() {
        Viewport view = new Viewport(100, 100, 500, 500, 1.5, 0, 0);
        assertEquals(0, view.columnAt(0));
        assertEquals(1, view.columnAt(1));
        assertEquals(1, view.columnAt(2));
        assertEquals(2, view.columnAt(3));
        assertEquals(3, view.columnAt(4));
        assertEquals(3, view.columnAt(5));
        assertEquals(1, view.leftOf(1));
        assertEquals(3, view.leftOf(2));
    }

    @Test
    void showsEachPixelOnceAtActualSizeWhereverItStarts() {
        Viewport view = new Viewport(1000, 1000, 640, 480, 1, -17.3, -0.5);
        for (int px = 0; px < 640; px++) {
            assertEquals(view.columnAt(0) + px, view.columnAt(px));
        }
        assertEquals(17, view.columnAt(0));
    }

    /** Column under 130 of a frame at 10 with zoom 2: (130.5 − 10)/2 = 60.25. Zoom 8 puts 60.25 there: x = 130.5 − 482. */
    @Test
    void zoomsAboutThePixelUnderThePointer() {
        Viewport view = new Viewport(200, 200, 500, 500, 2, 10, 10).zoomed(8, 130, 50);
        assertEquals(8, view.zoom());
        assertEquals(-351.5, view.x());
        assertEquals(60, view.columnAt(130));
        assertEquals(20, view.rowAt(50));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 63, 200, 311, 499})
    void keepsThePixelUnderThePointerThroughManySteps(int px) {
        Viewport view = Viewport.fit(500, 500, 500, 500);
        for (int i = 0; i < 12; i++) {
            view = view.zoomed(view.step(1), px, px);
            assertEquals(px, view.columnAt(px), "zoom " + view.zoom());
            assertEquals(px, view.rowAt(px), "zoom " + view.zoom());
        }
        assertEquals(64, view.zoom());
    }

    @Test
    void zoomsAboutTheNearestPointIfThePointerIsOutside() {
        Viewport view = new Viewport(100, 100, 500, 500, 1, 200, 200).zoomed(2, 0, 499);
        assertEquals(200, view.x());
        assertEquals(100, view.y());
    }

    @Test
    void startsAveragedBlocksAtWholePixels() {
        Viewport view = new Viewport(1000, 1000, 500, 500, 1, 0, 0).zoomed(0.25, 101, 102);
        assertEquals(0, Math.IEEEremainder(view.x(), 0.25));
        assertEquals(0, Math.IEEEremainder(view.y(), 0.25));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.5, 0.75",
        "1.5, 2, 1",
        "2.2, 3, 2",
        "0.3, 0.375, 0.25",
        "48, 64, 32",
        "0.01, 0.01171875, 0.0078125"
    })
    void stepsThroughRoundZooms(double zoom, double up, double down) {
        Viewport view = new Viewport(100, 100, 500, 500, zoom, 0, 0);
        assertEquals(up, view.step(1));
        assertEquals(down, view.step(-1));
    }

    @Test
    void boundsTheZoom() {
        Viewport view = Viewport.fit(1600, 1600, 400, 400);
        assertEquals(128, view.zoomed(1000).zoom());
        assertEquals(0.01, view.zoomed(0.0001).zoom());
        assertEquals(1, Viewport.fit(1, 1, 400, 400).zoomed(0.01).zoom());
    }

    @Test
    void keepsAStripInViewWhenMoved() {
        Viewport view = new Viewport(100, 100, 500, 500, 1, 200, 200);
        assertEquals(-84, view.moved(-10000, 0).x());
        assertEquals(484, view.moved(0, 10000).y());
        assertEquals(203, view.moved(3, 0).x());
    }

    @Test
    void seesOnlyPartOfALargeFrame() {
        Viewport view = new Viewport(1000, 1000, 100, 60, 2, -50, -40);
        assertEquals(new Area(0, 0, 100, 60), view.covered());
        assertEquals(new Box(25, 20, 50, 30), view.visible());
    }

    @Test
    void coversAPixelHoweverThinTheFrame() {
        assertEquals(
                new Area(0, 249, 500, 1), Viewport.fit(100_000, 1, 500, 500).covered());
    }

    @Test
    void coversNothingWhenTheFrameLiesElsewhere() {
        assertTrue(new Viewport(100, 100, 500, 500, 1, 600, 0).covered().empty());
        assertTrue(new Viewport(100, 100, 500, 500, 1, 0, -200).covered().empty());
    }

    @Test
    void knowsWhetherAPixelIsHit() {
        Viewport view = new Viewport(10, 10, 500, 500, 2, 100, 100);
        assertTrue(view.hits(100, 100));
        assertTrue(view.hits(119, 119));
        assertFalse(view.hits(99, 100));
        assertFalse(view.hits(100, 120));
    }

    @Test
    void keepsTheMiddleWhenTheViewIsResized() {
        Viewport view = new Viewport(100, 100, 500, 500, 3, 100, 100).resized(600, 400);
        assertEquals(150, view.x());
        assertEquals(50, view.y());
        assertEquals(600, view.width());
    }
}
