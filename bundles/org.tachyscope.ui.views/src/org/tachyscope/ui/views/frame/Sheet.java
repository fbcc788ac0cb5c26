package org.tachyscope.ui.views.frame;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.tachyscope.ui.views.frame.Outcome.Picture;

/**
 * Draws a picture, or a sentence in its place, on a canvas. The pixels lie in one image that is made when the canvas changes
 * its size; a picture of the same place repaints only where the frame is. UI thread.
 */
final class Sheet {

    private static final int MARGIN = 20;

    private final Canvas canvas;
    private final Runnable themeChanged;
    private Optional<PixelImage> image = Optional.empty();
    private Optional<Picture> picture = Optional.empty();
    private boolean current;
    private String words = "";
    /** Physical pixels per 100 points. */
    private int scale = 100;

    /**
     * Draws on {@code canvas} and disposes what it needs with it.
     *
     * @param themeChanged called when the picture's background isn't the canvas's any more
     */
    Sheet(Canvas canvas, Runnable themeChanged) {
        this.canvas = canvas;
        this.themeChanged = themeChanged;
        canvas.addListener(SWT.Paint, e -> paint(e.gc, e.getBounds()));
        canvas.addListener(SWT.Dispose, _ -> image.ifPresent(PixelImage::dispose));
    }

    /** Draws on a screen of {@code physical} pixels per 100 points. */
    void scaleTo(int physical) {
        scale = physical;
    }

    int scale() {
        return scale;
    }

    /** Copies the pixels of a picture and draws them as soon as the window system asks for it. */
    void show(Picture next) {
        Viewport at = next.wish().view();
        boolean samePlace = picture.isPresent()
                && picture.get().wish().view().equals(at)
                && picture.get().wish().background() == next.wish().background();
        imageOf(at).put(next.pixels());
        picture = Optional.of(next);
        current = true;
        words = "";
        if (samePlace) {
            Rectangle dirty = points(at.covered());
            canvas.redraw(dirty.x, dirty.y, dirty.width, dirty.height, false);
        } else {
            canvas.redraw();
        }
    }

    /** Draws a sentence instead of a picture. */
    void show(String sentence) {
        picture = Optional.empty();
        words = sentence;
        markPainted(-1);
        canvas.redraw();
    }

    /** Keeps the picture until the next one comes, but it is another stack's. */
    void outdate() {
        current = false;
        markPainted(-1);
    }

    /** Tells whether words stand where a picture should be. */
    boolean showsWords() {
        return !words.isEmpty();
    }

    private void markPainted(long frame) {
        canvas.setData(FrameCanvas.PAINTED, frame);
    }

    private PixelImage imageOf(Viewport at) {
        if (image.isPresent()
                && image.get().width() == at.width()
                && image.get().height() == at.height()) {
            return image.get();
        }
        image.ifPresent(PixelImage::dispose);
        PixelImage next = PixelImage.create(canvas.getDisplay(), at.width(), at.height());
        image = Optional.of(next);
        return next;
    }

    private Rectangle points(Area area) {
        int left = area.x() * 100 / scale;
        int top = area.y() * 100 / scale;
        int right = Math.ceilDiv((area.x() + area.width()) * 100, scale);
        int bottom = Math.ceilDiv((area.y() + area.height()) * 100, scale);
        return new Rectangle(left, top, right - left, bottom - top);
    }

    private void paint(GC gc, Rectangle dirty) {
        if (picture.isEmpty()) {
            fillBackground(gc, dirty);
            write(gc, words);
            return;
        }
        PixelImage pixels = image.orElseThrow();
        Rectangle inside = dirty.intersection(points(new Area(0, 0, pixels.width(), pixels.height())));
        if (!inside.equals(dirty)) {
            fillBackground(gc, dirty);
        }
        pixels.draw(gc, inside);
        picture.get().labels().ifPresent(labels -> writeValues(gc, labels));
        if (picture.get().wish().background() != Colors.rgb(canvas.getBackground())) {
            themeChanged.run();
        }
        if (current) {
            markPainted(picture.get().wish().frame());
        }
    }

    private void fillBackground(GC gc, Rectangle dirty) {
        gc.setBackground(canvas.getBackground());
        gc.fillRectangle(dirty);
    }

    private void writeValues(GC gc, Labels labels) {
        Viewport at = picture.orElseThrow().wish().view();
        int room = (int) (at.zoom() * 100 / scale) - 2;
        for (int i = 0; i < labels.texts().size(); i++) {
            String text = labels.texts().get(i);
            Point extent = gc.textExtent(text, SWT.DRAW_DELIMITER);
            if (extent.x <= room && extent.y <= room) {
                double x = at.x() + (labels.box().x() + i % labels.box().width() + 0.5) * at.zoom();
                double y = at.y() + (labels.box().y() + i / labels.box().width() + 0.5) * at.zoom();
                int ink = labels.bright(i) ? SWT.COLOR_BLACK : SWT.COLOR_WHITE;
                gc.setForeground(canvas.getDisplay().getSystemColor(ink));
                writeAround(gc, text, extent, (int) (x * 100 / scale), (int) (y * 100 / scale));
            }
        }
    }

    private void write(GC gc, String sentence) {
        gc.setForeground(canvas.getForeground());
        Point size = canvas.getSize();
        String text = Wrapping.wrap(sentence, size.x - 2 * MARGIN, line -> gc.textExtent(line).x);
        writeAround(gc, text, gc.textExtent(text, SWT.DRAW_DELIMITER), size.x / 2, size.y / 2);
    }

    private static void writeAround(GC gc, String text, Point extent, int x, int y) {
        gc.drawText(text, x - extent.x / 2, y - extent.y / 2, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
    }
}
