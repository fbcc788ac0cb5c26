package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Moves through 300 frames. */
@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class TimelineViewTest {

    /** Points from the bar's edge to the first and from the last frame to the other edge. */
    private static final int MARGIN = 14;

    @TempDir
    private static Path folder;

    private static Path slopes;

    private Control canvas;
    private Control bar;

    @BeforeAll
    static void writeStack() throws IOException {
        slopes = Slopes.write(folder);
    }

    @BeforeEach
    void open() {
        canvas = Screen.open(slopes);
        bar = Hands.find("timeline.bar");
    }

    @AfterEach
    void close() {
        Screen.closeAll();
    }

    @Test
    void goesWhereItIsClicked() {
        Point size = Hands.ask(bar::getSize);
        int length = size.x - 2 * MARGIN;
        Hands.click(bar, MARGIN + length / 4, 12);
        long quarter = Math.round((double) (length / 4) / length * 299);
        Screen.untilPainted(canvas, quarter);
        assertTrue(Screen.text("timeline.place").startsWith("frame " + quarter + " / 299"));
    }

    @Test
    void followsADragBeyondItsEnds() {
        Point size = Hands.ask(bar::getSize);
        Hands.drag(bar, new Point(MARGIN, 12), new Point(size.x - 2, 12));
        Screen.untilPainted(canvas, 299);
        Hands.drag(bar, new Point(size.x - MARGIN, 12), new Point(2, 12));
        Screen.untilPainted(canvas, 0);
    }

    @Test
    void stepsByWheelAndKeys() {
        Hands.click(bar, MARGIN, 12);
        Hands.wheel(-3);
        Screen.untilPainted(canvas, 3);
        Hands.type(SWT.ARROW_RIGHT);
        Screen.untilPainted(canvas, 4);
        Hands.type(SWT.PAGE_DOWN);
        Screen.untilPainted(canvas, 19);
        Hands.type(SWT.END);
        Screen.untilPainted(canvas, 299);
        Hands.type(SWT.HOME);
        Screen.untilPainted(canvas, 0);
    }

    @Test
    void playsAndPauses() {
        Hands.click(bar, MARGIN, 12);
        Hands.type(' ');
        Hands.until("some frames were played", () -> Screen.item().frame() >= 5);
        Hands.type(' ');
        long stopped = Hands.ask(() -> Screen.item().frame());
        Screen.untilPainted(canvas, stopped);
        assertEquals(stopped, Hands.ask(() -> Screen.item().frame()));
        assertTrue(stopped < 150, "stopped at " + stopped);
    }
}
