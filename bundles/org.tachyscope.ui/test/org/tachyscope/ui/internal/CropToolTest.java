package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Box;

/** A frame of 100 × 50 pixels is shown twice as large at (10, 20). */
class CropToolTest {

    private static final CropTool TOOL = new CropTool(100, 50, new Rectangle(10, 20, 200, 100));
    private static final Box WHOLE = new Box(0, 0, 100, 50);
    private static final Box BOX = new Box(20, 10, 30, 20);

    @Test
    void fitsTheFrameIntoTheMiddle() {
        assertEquals(
                new Rectangle(0, 25, 100, 50),
                CropTool.fitting(200, 100, new Rectangle(0, 0, 100, 100)).picture());
    }

    @Test
    void showsABoxWhereItsPixelsAre() {
        assertEquals(new Rectangle(50, 40, 60, 40), TOOL.place(BOX));
    }

    @Test
    void dragsACornerToTheNearestBorder() {
        CropTool.Grip corner = TOOL.grip(BOX, 51, 39);
        assertEquals(new CropTool.Grip(CropTool.Grip.Kind.EDGE, -1, -1), corner);
        assertEquals(new Box(30, 5, 20, 25), TOOL.dragged(BOX, corner, new Point(51, 39), new Point(70, 30)));
        assertEquals(new Box(0, 0, 50, 30), TOOL.dragged(BOX, corner, new Point(51, 39), new Point(-99, -99)));
    }

    @Test
    void neverTurnsABoxInsideOut() {
        CropTool.Grip right = TOOL.grip(BOX, 110, 60);
        assertEquals(new CropTool.Grip(CropTool.Grip.Kind.EDGE, 1, 0), right);
        assertEquals(new Box(20, 10, 1, 20), TOOL.dragged(BOX, right, new Point(110, 60), new Point(0, 60)));
    }

    @Test
    void movesTheInsideAsFarAsTheFrameReaches() {
        CropTool.Grip inside = TOOL.grip(BOX, 80, 60);
        assertEquals(CropTool.Grip.Kind.INSIDE, inside.kind());
        assertEquals(new Box(25, 8, 30, 20), TOOL.dragged(BOX, inside, new Point(80, 60), new Point(90, 56)));
        assertEquals(new Box(70, 30, 30, 20), TOOL.dragged(BOX, inside, new Point(80, 60), new Point(999, 999)));
    }

    @Test
    void drawsANewBoxFromTheWholeFrameOrOutside() {
        assertEquals(CropTool.Grip.Kind.NEW, TOOL.grip(WHOLE, 100, 60).kind());
        CropTool.Grip outside = TOOL.grip(BOX, 180, 100);
        assertEquals(CropTool.Grip.Kind.NEW, outside.kind());
        assertEquals(new Box(80, 35, 6, 6), TOOL.dragged(BOX, outside, new Point(180, 100), new Point(170, 90)));
    }

    @Test
    void keysMoveAndGrowItInsideTheFrame() {
        assertEquals(new Box(19, 11, 30, 20), TOOL.moved(BOX, -1, 1));
        assertEquals(new Box(20, 10, 31, 19), TOOL.grown(BOX, 1, -1));
        assertEquals(WHOLE, TOOL.grown(WHOLE, 1, 1));
    }
}
