package org.tachyscope.ui.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Models one open stack and how it is looked at: the frame, the levels, the colour map. Every view of the stack shows the
 * same state and hears of changes at once.
 *
 * <p>Belongs to the UI thread, except {@link #hold}, {@link #shape}, {@link #type}, {@link #metadata}, {@link #name} and
 * {@link #residence}, which any thread may call.
 */
public final class StackItem {

    /** Tells what changed. */
    public enum Change {
        /** Another frame is looked at. */
        FRAME,
        /** The user wants other levels. */
        LEVELS,
        /** The display found the range that it shows. */
        SHOWN_RANGE,
        /** The user wants another colour map. */
        COLOR_MAP
    }

    /** Hears of changes, on the UI thread. */
    @FunctionalInterface
    public interface Listener {
        /** Tells that {@code item} changed; called once a change, never when a value was set to what it was. */
        void changed(StackItem item, Change what);
    }

    private final String name;
    private final Shape shape;
    private final PixelType type;
    private final Metadata metadata;
    private final Residence residence;
    private final SharedStack shared;
    private final Hold own;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private long frame;
    private Levels levels = Levels.DEFAULT;
    private Optional<Range> shownRange = Optional.empty();
    private ColorMap colorMap = ColorMap.GRAY;

    /**
     * Takes over a stack, which is closed when the item is closed and nobody holds it any more.
     *
     * @param name what a person reads in lists and titles
     * @param inputs stacks that this one is computed from; let go when this one is freed
     */
    public StackItem(String name, Stack stack, Residence residence, List<Hold> inputs) {
        this.name = name;
        this.shape = stack.shape();
        this.type = stack.type();
        this.metadata = stack.metadata();
        this.residence = residence;
        this.shared = new SharedStack(stack, inputs);
        this.own = shared.hold();
    }

    /** Returns what a person reads in lists and titles. */
    public String name() {
        return name;
    }

    /** Returns the stack's extent. */
    public Shape shape() {
        return shape;
    }

    /** Returns the stack's pixel type. */
    public PixelType type() {
        return type;
    }

    /** Returns what is known about the stack, losses included. */
    public Metadata metadata() {
        return metadata;
    }

    /** Returns where the pixels come from and what they occupy. */
    public Residence residence() {
        return residence;
    }

    /**
     * Keeps the stack open for somebody who reads it. Any thread.
     *
     * @throws IllegalStateException if the stack is closed already
     */
    public Hold hold() {
        return shared.hold();
    }

    /** Gives the stack up; it is freed when nobody holds it any more. Called by the workspace. */
    public void close() {
        own.close();
    }

    /** Returns the index of the frame that is looked at, 0 ≤ index &lt; frames. */
    public long frame() {
        return frame;
    }

    /** Looks at another frame; an index out of range means the nearest one in range. */
    public void showFrame(long index) {
        long next = Math.clamp(index, 0, shape.frames() - 1);
        if (next != frame) {
            frame = next;
            tell(Change.FRAME);
        }
    }

    /** Returns the levels that the user wants. */
    public Levels levels() {
        return levels;
    }

    /** Asks for other levels. */
    public void showLevels(Levels wanted) {
        if (!levels.equals(wanted)) {
            levels = wanted;
            tell(Change.LEVELS);
        }
    }

    /** Returns the range that the display shows at the moment, once it has found it. */
    public Optional<Range> shownRange() {
        return shownRange;
    }

    /** Says what range the levels came to. Called by the frame display. */
    public void rangeFound(Range range) {
        if (!Objects.equals(shownRange, Optional.of(range))) {
            shownRange = Optional.of(range);
            tell(Change.SHOWN_RANGE);
        }
    }

    /** Returns the colour map that the user wants. */
    public ColorMap colorMap() {
        return colorMap;
    }

    /** Asks for another colour map. */
    public void showColors(ColorMap wanted) {
        if (colorMap != wanted) {
            colorMap = wanted;
            tell(Change.COLOR_MAP);
        }
    }

    /** Tells {@code listener} of every change until the subscription is closed. */
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(Change what) {
        listeners.forEach(listener -> listener.changed(this, what));
    }
}
