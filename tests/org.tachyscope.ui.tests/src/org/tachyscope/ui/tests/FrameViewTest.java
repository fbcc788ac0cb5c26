package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Range;
import org.tachyscope.ui.api.StackItem;

/** Looks at 300 frames of 1024 × 1024 bytes, mapped from disk. */
@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class FrameViewTest {

    @TempDir
    private static Path folder;

    private static Path slopes;

    private Control canvas;

    @BeforeAll
    static void writeStack() throws IOException {
        slopes = Slopes.write(folder);
    }

    @BeforeEach
    void open() {
        canvas = Screen.open(slopes);
    }

    @AfterEach
    void close() {
        Hands.letGo(SWT.SHIFT);
        Screen.closeAll();
    }

    @Test
    void showsThePixelsOfTheFrameAtActualSize() {
        actualSize();
        assertShows(0, Screen.pointAt(canvas, 100, 80), 100, 80);
    }

    @Test
    void scrubsByKeys() {
        actualSize();
        Screen.Pointed at = Screen.pointAt(canvas, 100, 80);
        for (int i = 0; i < 5; i++) {
            Hands.type(SWT.ARROW_RIGHT);
        }
        Hands.type(SWT.ARROW_LEFT);
        Screen.untilPainted(canvas, 4);
        assertShows(4, at, 100, 80);
        Hands.type(SWT.END);
        Screen.untilPainted(canvas, 299);
        assertShows(299, at, 100, 80);
        Hands.type(SWT.PAGE_UP);
        Screen.untilPainted(canvas, 284);
        Hands.type(SWT.HOME);
        Screen.untilPainted(canvas, 0);
        assertShows(0, at, 100, 80);
    }

    @Test
    void scrubsByTheWheelWithShift() {
        Point middle = Screen.middle(canvas);
        Hands.move(canvas, middle.x, middle.y);
        Hands.hold(SWT.SHIFT);
        Hands.wheel(-7);
        Hands.letGo(SWT.SHIFT);
        Screen.untilPainted(canvas, 7);
    }

    @Test
    void tellsTheValueUnderThePointerInEveryFrame() {
        actualSize();
        Screen.Pointed first = Screen.pointAt(canvas, 60, 50);
        assertEquals(0, first.frame());
        assertEquals(Slopes.value(0, first.x(), first.y()), first.value());
        Hands.type(SWT.ARROW_RIGHT);
        Screen.untilPainted(canvas, 1);
        Hands.until(
                "the status line follows",
                () -> Screen.shownText("status.pointer").orElse("").contains("frame 1 "));
        Screen.Pointed second = Screen.pointed();
        assertEquals(first.x(), second.x());
        assertEquals(Slopes.value(1, first.x(), first.y()), second.value());
    }

    @Test
    void zoomsAboutThePointer() {
        Point middle = Screen.middle(canvas);
        int x = middle.x + 60;
        int y = middle.y - 40;
        actualSize();
        Screen.Pointed before = Screen.pointAt(canvas, x, y);
        Hands.wheel(5);
        Hands.until("six-fold size", () -> info().endsWith("600 %"));
        Screen.Pointed after = Screen.pointAt(canvas, x, y);
        assertEquals(before, after);
        assertEquals(gray(before.value()), Screen.pixels(canvas)[y][x]);
        Hands.wheel(-5);
        Hands.until("actual size", () -> info().endsWith("100 %"));
        assertEquals(before, Screen.pointAt(canvas, x, y));
    }

    @Test
    void pansByDragging() {
        Point middle = Screen.middle(canvas);
        actualSize();
        Screen.Pointed before = Screen.pointAt(canvas, middle.x, middle.y);
        Hands.drag(canvas, middle, new Point(middle.x - 50, middle.y + 30));
        Screen.Pointed after = Screen.pointAt(canvas, middle.x, middle.y);
        assertEquals(before.x() + 50, after.x());
        assertEquals(before.y() - 30, after.y());
        assertShows(0, after, middle.x, middle.y);
    }

    @Test
    void fitsTheWholeFrame() {
        actualSize();
        Hands.type('0');
        Point size = Hands.ask(canvas::getSize);
        double zoom = Math.min(size.x, size.y) / 1024.0;
        int left = (int) Math.floor((size.x - 1024 * zoom) / 2);
        Screen.Pointed corner = Screen.pointAt(canvas, left, 0);
        assertTrue(corner.x() <= 1 && corner.y() <= 1, corner.toString());
        int right = (int) (left + 1024 * zoom) - 1;
        Screen.Pointed far = Screen.pointAt(canvas, right, (int) (1024 * zoom) - 1);
        assertTrue(far.x() >= 1021 && far.y() >= 1021, far.toString());
    }

    @Test
    void fitsByADoubleClick() {
        actualSize();
        Point middle = Screen.middle(canvas);
        Hands.click(canvas, middle.x, middle.y);
        Hands.press(1);
        Hands.release(1);
        Hands.until("another size", () -> !info().endsWith("100 %"));
    }

    /** Range 100 … 200: value 150 is half way, entry 128; 100 and below is black, 200 and above white. */
    @Test
    void stretchesTheLevels() {
        actualSize();
        Screen.Pointed at = Screen.pointAt(canvas, 100, 80);
        StackItem item = Screen.item();
        Hands.act(() -> item.showLevels(item.levels().withRule(new Rule.Manual(new Range(100, 200)))));
        int[][] expected = {{99, 0x000000}, {100, 0x000000}, {150, 0x808080}, {175, 0xc0c0c0}, {200, 0xffffff}};
        for (int[] pair : expected) {
            Point place = placeOf(pair[0], at);
            Hands.until(
                    "value " + pair[0] + " in its colour", () -> Screen.pixels(canvas)[place.y][place.x] == pair[1]);
        }
    }

    /** The bar runs from 255 at 12 points from its top to 0 at 12 points from its bottom. */
    @Test
    void stretchesTheLevelsByDragging() {
        Control bar = Hands.find("frame.levels");
        Point size = Hands.ask(bar::getSize);
        Hands.drag(bar, new Point(60, 12), new Point(60, size.y / 2));
        StackItem item = Screen.item();
        Hands.until("other levels", () -> item.levels().rule() instanceof Rule.Manual);
        Range range = ((Rule.Manual) Hands.ask(() -> item.levels().rule())).range();
        assertEquals(0, range.low());
        assertEquals(127.5, range.high(), 2);
        Hands.until("the shown range follows", () -> item.shownRange().equals(Optional.of(range)));
    }

    /** From 3,200 % on each pixel carries its value, in black or white, on its colour. */
    @Test
    void writesValuesIntoLargePixels() {
        Point middle = Screen.middle(canvas);
        actualSize();
        Hands.move(canvas, middle.x, middle.y);
        Hands.wheel(12);
        Hands.until("64-fold size", () -> info().endsWith("6400 %"));
        Screen.Pointed at = Screen.pointAt(canvas, middle.x, middle.y);
        boolean black = at.value() > 128;
        int written = 0;
        int[][] pixels = Screen.pixels(canvas);
        for (int y = middle.y - 40; y < middle.y + 40; y++) {
            for (int x = middle.x - 40; x < middle.x + 40; x++) {
                int level = pixels[y][x] & 0xff;
                written += (black ? level < 60 : level > 200) ? 1 : 0;
            }
        }
        assertTrue(written > 10, written + " points of ink around value " + at.value());
    }

    /** Entries 0 and 128 of Viridis. */
    @Test
    void showsOtherColors() {
        actualSize();
        Screen.Pointed at = Screen.pointAt(canvas, 100, 80);
        StackItem item = Screen.item();
        Hands.act(() -> item.showColors(ColorMap.VIRIDIS));
        Point black = placeOf(0, at);
        Hands.until("violet for 0", () -> Screen.pixels(canvas)[black.y][black.x] == 0x440154);
        Point half = placeOf(128, at);
        assertEquals(0x21918c, Screen.pixels(canvas)[half.y][half.x]);
    }

    @Test
    void saysWhatToDoWhenNothingIsOpen() {
        Screen.closeAll();
        Hands.until("no frame is painted", () -> Long.valueOf(-1).equals(canvas.getData("org.tachyscope.painted")));
        assertEquals("", info());
    }

    /** Finds a place on the first rows of the canvas where frame 0 has this value, given one pixel of it. */
    private Point placeOf(int value, Screen.Pointed at) {
        for (int dx = 0; dx < 256; dx++) {
            if (Slopes.value(0, at.x() + dx, at.y()) == value) {
                return new Point(100 + dx, 80);
            }
        }
        throw new AssertionError("no value " + value);
    }

    /** Compares all pixels of the canvas with what they must be, given the pixel that (x, y) shows. */
    private void assertShows(long frame, Screen.Pointed at, int x, int y) {
        int[][] pixels = Screen.pixels(canvas);
        int compared = 0;
        for (int py = 0; py < pixels.length; py++) {
            for (int px = 0; px < pixels[py].length; px++) {
                int column = at.x() + px - x;
                int row = at.y() + py - y;
                if (column >= 0 && column < 1024 && row >= 0 && row < 1024) {
                    int expected = gray(Slopes.value(frame, column, row));
                    assertEquals(expected, pixels[py][px], "frame " + frame + ", column " + column + ", row " + row);
                    compared++;
                }
            }
        }
        assertTrue(compared > 50_000, "only " + compared + " pixels are in view");
    }

    private static void actualSize() {
        Hands.type('1');
        Hands.until("actual size", () -> info().endsWith("100 %"));
    }

    private static String info() {
        return Screen.shownText("frame.info").orElse("");
    }

    private static int gray(int value) {
        return value * 0x010101;
    }
}
