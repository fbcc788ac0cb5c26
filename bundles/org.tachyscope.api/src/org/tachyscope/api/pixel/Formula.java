package org.tachyscope.api.pixel;

/**
 * Says what a {@link PixelStep} does to a sample x, in float32, in a form of which the engine makes one loop for a whole chain.
 * Whatever isn't one of these is done step by step.
 */
public sealed interface Formula {

    /** x + term. */
    record Plus(Term term) implements Formula {}

    /** x − term. */
    record Minus(Term term) implements Formula {}

    /** x · term. */
    record Times(Term term) implements Formula {}

    /**
     * x / term.
     *
     * @param instead the result where the term is 0
     * @param zeros says in a {@link Tally} what happened to the samples where it is
     */
    record Over(Term term, float instead, String zeros) implements Formula {}

    /** max(low, min(high, x)), as {@link Math#max(float, float)} and {@link Math#min(float, float)} have it. */
    record Limits(float low, float high) implements Formula {}

    /** |x|. */
    record Magnitude() implements Formula {}
}
