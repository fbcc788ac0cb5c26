package org.tachyscope.ops.pixel;

import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelTools;
import org.tachyscope.api.pixel.Term;

/** Tells what a division by zero gives. */
public enum ByZero {
    /** The quotient is 0. */
    ZERO(0, "divided by 0, set to 0"),
    /** The quotient is NaN. */
    NAN(Float.NaN, "divided by 0, set to NaN");

    private final float value;
    private final String what;

    ByZero(float value, String what) {
        this.value = value;
        this.what = what;
    }

    /** Returns x / term. */
    Formula over(Term term) {
        return new Formula.Over(term, value, what);
    }

    /** Divides samples in place and counts the zeros. */
    void divide(float[] samples, float[] divisors, int count, PixelTools tools) {
        tools.tally().add(what, tools.math().divide(samples, divisors, count, value));
    }
}
