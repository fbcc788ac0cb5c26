package org.tachyscope.load.npy;

import java.util.List;
import org.tachyscope.api.data.Shape;

/** Tells which axis of an array is time (T), rows (H), columns (W) and channels (C). */
public enum Axes {
    /**
     * Decides by the shape: two axes are {@link #HW}, four are {@link #THWC}, three are {@link #THW}, except that three axes
     * whose last is 3 or 4 long and whose first two are at least 32 long are one colour frame, {@link #HWC}.
     */
    AUTO(""),
    /** One gray frame. */
    HW("(H, W)"),
    /** Gray frames along time. */
    THW("(T, H, W)"),
    /** One frame of several channels. */
    HWC("(H, W, C)"),
    /** Frames of several channels along time. */
    THWC("(T, H, W, C)");

    /** An image narrower than this is taken for one row of pixels of a stack rather than for a picture. */
    private static final int PICTURE = 32;

    private final String names;

    Axes(String names) {
        this.names = names;
    }

    /** Returns the axes in the order of the array, such as {@code (T, H, W)}. */
    String names() {
        return names;
    }

    /** Says how else an array of as many axes can be read, or nothing. */
    String otherReading() {
        return switch (this) {
            case HWC -> ", one colour frame; axes=THW takes the first axis for time";
            case THW, THWC, HW, AUTO -> "";
        };
    }

    /** Returns how many axes the array has. */
    private int count() {
        return (int) names.chars().filter(Character::isLetter).count();
    }

    /**
     * Returns the axes that an array of these lengths has.
     *
     * @param lengths two to four
     * @throws IllegalArgumentException with the shape, if it has more or fewer axes
     */
    Axes of(List<Long> lengths) {
        Axes axes = this == AUTO ? guess(lengths) : this;
        if (axes.count() != lengths.size()) {
            throw new IllegalArgumentException(
                    "axes " + axes + " need an array of " + axes.count() + " axes, shape is " + text(lengths));
        }
        return axes;
    }

    private static Axes guess(List<Long> lengths) {
        return switch (lengths.size()) {
            case 2 -> HW;
            case 3 -> isPicture(lengths) ? HWC : THW;
            default -> THWC;
        };
    }

    private static boolean isPicture(List<Long> lengths) {
        long last = lengths.getLast();
        return (last == 3 || last == 4) && lengths.get(0) >= PICTURE && lengths.get(1) >= PICTURE;
    }

    /**
     * Returns the stack's shape.
     *
     * @throws IllegalArgumentException if a frame is too large
     */
    Shape shape(List<Long> lengths) {
        return switch (this) {
            case AUTO -> of(lengths).shape(lengths);
            case HW -> shape(1, lengths.get(0), lengths.get(1), 1);
            case THW -> shape(lengths.get(0), lengths.get(1), lengths.get(2), 1);
            case HWC -> shape(1, lengths.get(0), lengths.get(1), lengths.get(2));
            case THWC -> shape(lengths.get(0), lengths.get(1), lengths.get(2), lengths.get(3));
        };
    }

    private static Shape shape(long frames, long height, long width, long channels) {
        if (height > Integer.MAX_VALUE || width > Integer.MAX_VALUE || channels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a frame of " + height + " × " + width + " × " + channels
                    + " holds more than " + Integer.MAX_VALUE + " samples");
        }
        return new Shape(frames, (int) height, (int) width, (int) channels);
    }

    /** Writes lengths as numpy does: {@code (400, 1024, 1024)}. */
    static String text(List<Long> lengths) {
        String inner = String.join(", ", lengths.stream().map(String::valueOf).toList());
        return lengths.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
    }
}
