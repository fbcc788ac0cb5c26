package org.tachyscope.api.pixel;

import java.io.IOException;
import java.util.function.Supplier;
import org.tachyscope.api.data.Stack;

/** Holds what a step's worker may use. Belongs to one thread. */
public final class PixelTools {

    private final Supplier<PixelMath> math;
    private final Tally tally;

    /**
     * Puts tools together.
     *
     * @param math asked again and again for the fastest math of the moment
     * @param tally of one step; shared with its other workers
     */
    public PixelTools(Supplier<PixelMath> math, Tally tally) {
        this.math = math;
        this.tally = tally;
    }

    /** Returns the fastest loops of the moment. All give the same bits: ask once a piece. */
    public PixelMath math() {
        return math.get();
    }

    /** Counts samples that something happened to that the user should know. */
    public Tally tally() {
        return tally;
    }

    /**
     * Opens a reader of another stack, which the worker closes.
     *
     * @throws IOException naming the file, if it can't be opened
     */
    public SampleReader reader(Stack stack) throws IOException {
        return new SampleReader(stack, math);
    }
}
