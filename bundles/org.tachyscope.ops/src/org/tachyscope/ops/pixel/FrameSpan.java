package org.tachyscope.ops.pixel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tachyscope.api.data.Shape;

/**
 * Names frames of a stack: {@code 0..99}, {@code 0..99 step 2}, {@code 7}, {@code 10..} to the last one.
 *
 * @param first index of the first frame
 * @param last index of the last frame, inclusive; {@link #END} for the stack's last
 * @param step distance of the frames, at least 1
 */
record FrameSpan(long first, long last, long step) {

    static final long END = Long.MAX_VALUE;
    static final FrameSpan ALL = new FrameSpan(0, END, 1);

    static final String PATTERN = "\\d{1,18}(?:\\s*\\.\\.\\s*(?:\\d{1,18})?)?(?:\\s+step\\s+\\d{1,18})?";

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18})(?:\\s*(\\.\\.)\\s*(\\d{1,18})?)?(?:\\s+step\\s+(\\d{1,18}))?");

    /** Refuses an empty range. */
    FrameSpan {
        if (last < first) {
            throw new IllegalArgumentException("frames " + first + ".." + last + " are none");
        }
        if (step < 1) {
            throw new IllegalArgumentException("frames need a step of at least 1, got " + step);
        }
    }

    static FrameSpan parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" names no frames; write 0..99 or 0..99 step 2");
        }
        long first = Long.parseLong(matcher.group(1));
        long open = matcher.group(2) == null ? first : END;
        long last = matcher.group(3) == null ? open : Long.parseLong(matcher.group(3));
        return new FrameSpan(first, last, matcher.group(4) == null ? 1 : Long.parseLong(matcher.group(4)));
    }

    /** Returns these frames of a stack with its own last frame for an open end. */
    FrameSpan in(Shape shape, String name) {
        long end = last == END ? shape.frames() - 1 : last;
        if (first >= shape.frames() || end >= shape.frames()) {
            throw new IllegalArgumentException(
                    "frames " + this + " lie outside of " + name + ", which has " + shape.frames());
        }
        return new FrameSpan(first, end, step);
    }

    /** Returns the number of frames; the end must be known. */
    long count() {
        return (last - first) / step + 1;
    }

    @Override
    public String toString() {
        String range = first == last ? String.valueOf(first) : first + ".." + (last == END ? "" : last);
        return range + (step == 1 ? "" : " step " + step);
    }
}
