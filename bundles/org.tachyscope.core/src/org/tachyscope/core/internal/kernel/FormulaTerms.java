package org.tachyscope.core.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.Formulas;
import org.tachyscope.api.pixel.Term;

/** Holds the numbers of a chain's formulas, as {@link VectorStep} wants them, and keeps their memory. Immutable. */
final class FormulaTerms {

    /** Most formulas of a chain. */
    static final int STEPS = 6;

    private final int samples;
    private final MemorySegment[] stills = new MemorySegment[STEPS];
    private final float[] a = new float[STEPS];
    private final float[] b = new float[STEPS];

    /** Takes over the terms of at most {@value #STEPS} formulas. */
    FormulaTerms(Formulas chain) {
        samples = chain.samples();
        Arrays.fill(stills, MemorySegment.NULL);
        List<Formula> steps = chain.steps();
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case Formula.Plus plus -> term(i, plus.term());
                case Formula.Minus minus -> term(i, minus.term());
                case Formula.Times times -> term(i, times.term());
                case Formula.Over over -> {
                    term(i, over.term());
                    b[i] = over.instead();
                }
                case Formula.Limits limits -> {
                    a[i] = limits.low();
                    b[i] = limits.high();
                }
                case Formula.Magnitude _ -> {}
            }
        }
    }

    private void term(int step, Term term) {
        switch (term) {
            case Term.Constant constant -> a[step] = constant.value();
            case Term.Still still -> stills[step] = whole(still.samples());
        }
    }

    private MemorySegment whole(MemorySegment still) {
        if (still.byteSize() != 4L * samples) {
            throw new IllegalArgumentException(
                    "a term needs " + samples + " numbers, got " + still.byteSize() / Float.BYTES);
        }
        return still;
    }

    /** Returns the number of samples of a frame. */
    int samples() {
        return samples;
    }

    /** Returns the address of the first sample's term, or 0. */
    long still(int step) {
        return stills[step].address();
    }

    float a(int step) {
        return a[step];
    }

    float b(int step) {
        return b[step];
    }
}
