package org.tachyscope.api.pixel;

import java.util.List;
import org.tachyscope.api.data.PixelType;

/** Holds the formulas of a chain, one a step. One object stands for one chain. Immutable. */
public final class Formulas {

    private final PixelType input;
    private final int samples;
    private final List<Formula> steps;

    /**
     * Puts a chain together.
     *
     * @param input type of the samples that the first step gets
     * @param samples number of samples of a frame
     * @param steps in their order
     */
    public Formulas(PixelType input, int samples, List<Formula> steps) {
        this.input = input;
        this.samples = samples;
        this.steps = List.copyOf(steps);
    }

    /** Returns the type of the samples that the first step gets. */
    public PixelType input() {
        return input;
    }

    /** Returns the number of samples of a frame. */
    public int samples() {
        return samples;
    }

    /** Returns the formulas in their order. */
    public List<Formula> steps() {
        return steps;
    }
}
