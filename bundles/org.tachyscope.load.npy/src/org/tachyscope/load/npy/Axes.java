package org.tachyscope.load.npy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tachyscope.api.data.Shape;

/**
 * Tells which axis of an array is time (T), rows (H), columns (W) and channels (C), in the order of the array, such as
 * {@code THWC}. H and W are always there; the letters may stand in any order.
 *
 * @param order the letters, or {@code AUTO} to decide by the shape: two axes are HW, four are THWC, three are THW, except that
 *     three axes whose last is 3 or 4 long and whose first two are at least 32 long are one colour frame, HWC
 */
public record Axes(String order) {

    /** Decides by the shape. */
    public static final Axes AUTO = new Axes("AUTO");

    /** One gray frame. */
    public static final Axes HW = new Axes("HW");

    /** Gray frames along time. */
    public static final Axes THW = new Axes("THW");

    /** One frame of several channels. */
    public static final Axes HWC = new Axes("HWC");

    /** Frames of several channels along time. */
    public static final Axes THWC = new Axes("THWC");

    /** An image narrower than this is taken for one row of pixels of a stack rather than for a picture. */
    private static final int PICTURE = 32;

    private static final Pattern ONCE = Pattern.compile("(?!.*(.).*\\1)(?=.*H)(?=.*W)[THWC]+");

    /**
     * Reads an order as a person writes it.
     *
     * @throws IllegalArgumentException if it isn't one
     */
    public static Axes parse(String text) {
        String order = text.strip().toUpperCase(Locale.ROOT);
        if (!order.equals("AUTO") && !ONCE.matcher(order).matches()) {
            throw new IllegalArgumentException(
                    "must be AUTO or an order of H, W and, if they are there, T and C, such as THWC, got \"" + text
                            + "\"");
        }
        return new Axes(order);
    }

    @Override
    public String toString() {
        return order;
    }

    /** Returns the axes in the order of the array, such as {@code (T, H, W)}. */
    String names() {
        return "(" + String.join(", ", order.split("")) + ")";
    }

    /** Says how else an array of as many axes can be read, or nothing. */
    String otherReading() {
        return equals(HWC) ? ", one colour frame; axes=THW takes the first axis for time" : "";
    }

    /**
     * Returns the axes that an array of these lengths has.
     *
     * @param lengths two to four
     * @throws IllegalArgumentException with the shape, if it has more or fewer axes
     */
    Axes of(List<Long> lengths) {
        Axes axes = equals(AUTO) ? guess(lengths) : this;
        if (axes.order.length() != lengths.size()) {
            throw new IllegalArgumentException(
                    "axes " + axes + " need an array of " + axes.order.length() + " axes, shape is " + text(lengths));
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
        Axes axes = of(lengths);
        long height = axes.along('H', lengths);
        long width = axes.along('W', lengths);
        long channels = axes.along('C', lengths);
        if (height > Integer.MAX_VALUE || width > Integer.MAX_VALUE || channels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a frame of " + height + " × " + width + " × " + channels
                    + " holds more than " + Integer.MAX_VALUE + " samples");
        }
        return new Shape(axes.along('T', lengths), (int) height, (int) width, (int) channels);
    }

    /** Returns the value of the axis with this letter, 1 if there is none. */
    long along(char letter, List<Long> values) {
        int at = order.indexOf(letter);
        return at < 0 ? 1 : values.get(at);
    }

    /** Writes lengths as numpy does: {@code (400, 1024, 1024)}. */
    static String text(List<Long> lengths) {
        String inner = String.join(", ", lengths.stream().map(String::valueOf).toList());
        return lengths.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
    }
}
