package org.tachyscope.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.tachyscope.api.data.Box;
import org.tachyscope.ui.api.Ids;

/**
 * Shows a frame with the crop drawn on it, which mouse and keys change: arrow keys move it, with Shift they move its right and
 * bottom edge.
 */
final class OpenPreview extends Canvas {

    private static final String SHOWN = "org.tachyscope.shown";
    private static final int HANDLE = 7;
    private static final int MARGIN = 8;

    private final Consumer<Box> cropped;
    private Optional<Image> image = Optional.empty();
    private String message = "Reading a frame…";
    private Point extent = new Point(1, 1);
    private Box crop = new Box(0, 0, 1, 1);
    private Optional<Drag> drag = Optional.empty();

    /** A drag that has begun, with the box as it was then. */
    private record Drag(CropTool.Grip grip, Point from, Box box) {}

    /** Tells {@code cropped} each box that the user makes. */
    OpenPreview(Composite parent, Consumer<Box> cropped) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER | SWT.NO_BACKGROUND);
        this.cropped = cropped;
        setData(Ids.KEY, "open.preview");
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, this::begin);
        addListener(SWT.MouseMove, this::move);
        addListener(SWT.MouseUp, event -> drag = Optional.empty());
        addListener(SWT.KeyDown, this::key);
        addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Dispose, event -> image.ifPresent(Image::dispose));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Preview with the crop " + crop;
            }
        });
    }

    /** Shows a picture of a frame. */
    void show(ImageData data) {
        image.ifPresent(Image::dispose);
        image = Optional.of(new Image(getDisplay(), data));
        setData(SHOWN, true);
        redraw();
    }

    /** Shows why there is no picture. */
    void show(String reason) {
        image.ifPresent(Image::dispose);
        image = Optional.empty();
        setData(SHOWN, false);
        message = reason;
        redraw();
    }

    /** Draws another crop of frames of another extent. */
    void show(Box box, int width, int height) {
        crop = box;
        extent = new Point(width, height);
        redraw();
    }

    /** Returns how the frame lies in this control. */
    CropTool tool() {
        Rectangle area = getClientArea();
        return CropTool.fitting(
                extent.x,
                extent.y,
                new Rectangle(
                        area.x + MARGIN,
                        area.y + MARGIN,
                        Math.max(1, area.width - 2 * MARGIN),
                        Math.max(1, area.height - 2 * MARGIN)));
    }

    private void begin(Event event) {
        setFocus();
        if (event.button == 1 && image.isPresent()) {
            CropTool.Grip grip = tool().grip(crop, event.x, event.y);
            drag = Optional.of(new Drag(grip, new Point(event.x, event.y), crop));
        }
    }

    private void move(Event event) {
        if (image.isEmpty()) {
            return;
        }
        CropTool tool = tool();
        drag.ifPresentOrElse(
                begun -> change(tool.dragged(begun.box(), begun.grip(), begun.from(), new Point(event.x, event.y))),
                () -> setCursor(getDisplay().getSystemCursor(cursor(tool.grip(crop, event.x, event.y)))));
    }

    private static int cursor(CropTool.Grip grip) {
        return switch (grip.kind()) {
            case NEW -> SWT.CURSOR_CROSS;
            case INSIDE -> SWT.CURSOR_SIZEALL;
            case EDGE -> {
                if (grip.x() == 0) {
                    yield SWT.CURSOR_SIZENS;
                }
                if (grip.y() == 0) {
                    yield SWT.CURSOR_SIZEWE;
                }
                yield grip.x() == grip.y() ? SWT.CURSOR_SIZENWSE : SWT.CURSOR_SIZENESW;
            }
        };
    }

    private void key(Event event) {
        int across = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
        int down = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
        if (across != 0 || down != 0) {
            boolean grow = (event.stateMask & SWT.SHIFT) != 0;
            change(grow ? tool().grown(crop, across, down) : tool().moved(crop, across, down));
        }
    }

    private void change(Box box) {
        if (!box.equals(crop)) {
            crop = box;
            redraw();
            cropped.accept(box);
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
        gc.fillRectangle(area);
        if (image.isEmpty()) {
            gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_GRAY));
            gc.drawText(message, area.x + 2 * MARGIN, area.y + 2 * MARGIN, true);
            return;
        }
        CropTool tool = tool();
        Rectangle picture = tool.picture();
        Rectangle pixels = image.get().getBounds();
        gc.setAntialias(SWT.ON);
        gc.setInterpolation(pixels.width < picture.width / 4 ? SWT.NONE : SWT.HIGH);
        gc.drawImage(
                image.get(), 0, 0, pixels.width, pixels.height, picture.x, picture.y, picture.width, picture.height);
        paintCrop(gc, tool);
    }

    private void paintCrop(GC gc, CropTool tool) {
        Rectangle picture = tool.picture();
        Rectangle box = tool.place(crop);
        gc.setAlpha(150);
        gc.fillRectangle(picture.x, picture.y, picture.width, box.y - picture.y);
        gc.fillRectangle(picture.x, box.y + box.height, picture.width, picture.y + picture.height - box.y - box.height);
        gc.fillRectangle(picture.x, box.y, box.x - picture.x, box.height);
        gc.fillRectangle(box.x + box.width, box.y, picture.x + picture.width - box.x - box.width, box.height);
        gc.setAlpha(255);
        gc.setForeground(getDisplay().getSystemColor(isFocusControl() ? SWT.COLOR_YELLOW : SWT.COLOR_WHITE));
        gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
        gc.setBackground(gc.getForeground());
        for (int i = 0; i < 9; i++) {
            if (i != 4) {
                int x = box.x + (box.width - 1) * (i % 3) / 2;
                int y = box.y + (box.height - 1) * (i / 3) / 2;
                gc.fillRectangle(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
            }
        }
    }
}
