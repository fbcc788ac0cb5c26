package org.tachyscope.load.folder;

import java.lang.foreign.MemorySegment;

/** Turns pictures, and cuts or pads them to the size of the stack. */
final class Fit {

    private Fit() {}

    /** Returns how a picture lies after turning it, for an orientation of Exif. */
    static Layout turned(Layout picture, int orientation) {
        return orientation < 5
                ? picture
                : new Layout(picture.width(), picture.height(), picture.channels(), picture.type());
    }

    /**
     * Turns a picture.
     *
     * @param orientation of Exif: where row 0 and column 0 of {@code from} belong
     * @param to as large as {@code from}, elsewhere
     */
    static void turn(MemorySegment from, Layout picture, int orientation, MemorySegment to) {
        long pixel = (long) picture.channels() * picture.type().bytes();
        Layout turned = turned(picture, orientation);
        int right = picture.width() - 1;
        int bottom = picture.height() - 1;
        long at = 0;
        for (int y = 0; y < turned.height(); y++) {
            for (int x = 0; x < turned.width(); x++, at += pixel) {
                int row = switch (orientation) {
                    case 3, 4 -> bottom - y;
                    case 5, 8 -> x;
                    case 6, 7 -> bottom - x;
                    default -> y;
                };
                int column = switch (orientation) {
                    case 2, 3 -> right - x;
                    case 5, 6 -> y;
                    case 7, 8 -> right - y;
                    default -> x;
                };
                MemorySegment.copy(from, ((long) row * picture.width() + column) * pixel, to, at, pixel);
            }
        }
    }

    /**
     * Puts the upper left corner of a picture into that of a frame. What lies outside the frame is cut off.
     *
     * @param frame is left as it is where there is no picture
     */
    static void place(MemorySegment from, Layout picture, Layout stack, MemorySegment frame) {
        long pixel = (long) stack.channels() * stack.type().bytes();
        long bytes = Math.min(picture.width(), stack.width()) * pixel;
        for (long y = 0; y < Math.min(picture.height(), stack.height()); y++) {
            MemorySegment.copy(from, y * picture.width() * pixel, frame, y * stack.width() * pixel, bytes);
        }
    }
}
