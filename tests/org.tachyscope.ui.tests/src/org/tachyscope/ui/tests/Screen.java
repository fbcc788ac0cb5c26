package org.tachyscope.ui.tests;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.ui.api.Levels;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Workspace;

/** Opens a stack in the window and reads what the window shows of it. */
final class Screen {

    private static final Pattern PLACE = Pattern.compile("x (\\d+)  y (\\d+)  frame (\\d+)  value (\\d+)");

    private Screen() {}

    static Workspace workspace() {
        return PlatformUI.getWorkbench().getService(Workspace.class);
    }

    static StackItem item() {
        return Hands.ask(() -> workspace().active().orElseThrow());
    }

    /** Opens a stack, shows its values as they are, and gives the keys to the frame. */
    static Control open(Path file) {
        Hands.act(() -> workspace().open(file));
        Hands.until("the stack is open", () -> workspace().active().isPresent());
        StackItem item = item();
        Hands.act(() -> item.showLevels(Levels.DEFAULT.withRule(new Rule.FullType())));
        Control canvas = Hands.find("frame.canvas");
        Hands.act(canvas::forceFocus);
        untilPainted(canvas, 0);
        return canvas;
    }

    static void closeAll() {
        Hands.act(() -> workspace().items().forEach(workspace()::close));
        Hands.until("all stacks are closed", () -> workspace().active().isEmpty());
    }

    /** Waits until the canvas has painted a frame. */
    static void untilPainted(Control canvas, long frame) {
        Hands.until(
                "frame " + frame + " is painted",
                () -> Long.valueOf(frame).equals(canvas.getData("org.tachyscope.painted")));
    }

    static Point middle(Control control) {
        return Hands.ask(() -> new Point(control.getSize().x / 2, control.getSize().y / 2));
    }

    static String text(String id) {
        Control control = Hands.find(id);
        return Hands.ask(() -> ((Label) control).getText());
    }

    /** Says which pixel lies under the pointer and what the window says about it. */
    record Pointed(int x, int y, long frame, int value) {}

    /** Moves the pointer and reads the status line. */
    static Pointed pointAt(Control canvas, int x, int y) {
        Hands.move(canvas, x + 1, y);
        Hands.move(canvas, x, y);
        return pointed();
    }

    /** Reads the status line once it has settled. */
    static Pointed pointed() {
        String[] last = {""};
        Hands.until("the status line tells a pixel", () -> {
            String now = Hands.look("status.pointer")
                    .map(control -> ((Label) control).getText())
                    .orElse("");
            boolean settled = PLACE.matcher(now).matches() && now.equals(last[0]);
            last[0] = now;
            return settled;
        });
        Matcher place = PLACE.matcher(last[0]);
        if (!place.matches()) {
            throw new AssertionError("status line says " + last[0]);
        }
        return new Pointed(
                Integer.parseInt(place.group(1)),
                Integer.parseInt(place.group(2)),
                Long.parseLong(place.group(3)),
                Integer.parseInt(place.group(4)));
    }

    /** Reads the pixels that a control shows, {@code [y][x]}, as {@code 0xRRGGBB}. */
    static int[][] pixels(Control control) {
        return Hands.ask(() -> {
            Point size = control.getSize();
            Image copy = new Image(control.getDisplay(), size.x, size.y);
            GC gc = new GC(control);
            try {
                gc.copyArea(copy, 0, 0);
                return pixels(copy.getImageData());
            } finally {
                gc.dispose();
                copy.dispose();
            }
        });
    }

    private static int[][] pixels(ImageData data) {
        int[][] all = new int[data.height][data.width];
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                RGB color = data.palette.getRGB(data.getPixel(x, y));
                all[y][x] = color.red << 16 | color.green << 8 | color.blue;
            }
        }
        return all;
    }

    static Optional<String> shownText(String id) {
        return Hands.ask(() -> Hands.look(id).map(control -> ((Label) control).getText()));
    }
}
