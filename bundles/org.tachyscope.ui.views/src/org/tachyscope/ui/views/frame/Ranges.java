package org.tachyscope.ui.views.frame;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.ui.api.Levels;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Range;

/**
 * Finds the range that levels come to for a frame, and remembers what it counted. The whole stack is represented by up to
 * {@value #SPREAD} frames, evenly spread from the first to the last, without those that can't be read. Belongs to one
 * thread.
 */
final class Ranges {

    static final int SPREAD = 9;

    private final Shape shape;
    private final PixelType type;
    private Optional<RangeFinder> stack = Optional.empty();
    private Optional<RangeFinder> frame = Optional.empty();
    private Optional<Distribution> distribution = Optional.empty();
    private long countedFrame = -1;

    Ranges(Shape shape, PixelType type) {
        this.shape = shape;
        this.type = type;
    }

    /** Finds the range for frame {@code index}. May move the cursor to another frame. */
    Range find(Levels levels, long index, Cursor cursor) throws IOException {
        return switch (levels.rule()) {
            case Rule.Manual(Range range) -> range;
            case Rule.FullType full -> new RangeFinder(type).find(full);
            case Rule.MinMax rule -> finder(levels.scope(), index, cursor).find(rule);
            case Rule.Percentile rule -> finder(levels.scope(), index, cursor).find(rule);
        };
    }

    /** Tells how often the values of the stack occur. May move the cursor to another frame. */
    Distribution distribution(Cursor cursor) {
        if (distribution.isEmpty()) {
            distribution = Optional.of(ofStack(cursor).distribution());
        }
        return distribution.get();
    }

    private RangeFinder finder(Levels.Scope scope, long index, Cursor cursor) throws IOException {
        return switch (scope) {
            case STACK -> ofStack(cursor);
            case FRAME -> ofFrame(index, cursor);
        };
    }

    private RangeFinder ofStack(Cursor cursor) {
        if (stack.isPresent()) {
            return stack.get();
        }
        RangeFinder finder = new RangeFinder(type);
        long last = shape.frames() - 1;
        int count = (int) Math.min(SPREAD, shape.frames());
        for (int i = 0; i < count; i++) {
            count(finder, cursor, count == 1 ? 0 : Math.round((double) last * i / (count - 1)));
        }
        stack = Optional.of(finder);
        return finder;
    }

    /** Counts a frame, unless it can't be read: it says so when it is looked at, and the others can be shown. */
    private static void count(RangeFinder finder, Cursor cursor, long index) {
        try {
            finder.add(cursor.frame(index));
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            return;
        }
    }

    private RangeFinder ofFrame(long index, Cursor cursor) throws IOException {
        if (frame.isPresent() && countedFrame == index) {
            return frame.get();
        }
        RangeFinder finder = new RangeFinder(type);
        finder.add(cursor.frame(index));
        frame = Optional.of(finder);
        countedFrame = index;
        return finder;
    }
}
