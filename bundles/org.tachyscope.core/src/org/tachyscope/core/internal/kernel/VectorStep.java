package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static org.tachyscope.core.internal.kernel.Raw.ALL;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.Term;

/** Does one kind of {@link Formula} to a vector of neighbouring samples. */
sealed interface VectorStep {

    /**
     * Changes samples.
     *
     * @param still address of the terms of these samples, if the step has a term that isn't the same everywhere
     * @param a the term that is the same everywhere, or the lower limit
     * @param b what a quotient is where the divisor is 0, or the upper limit
     */
    FloatVector at(FloatVector x, long still, float a, float b);

    /** Returns what does a formula of this kind. */
    static VectorStep of(Formula formula) {
        return switch (formula) {
            case Formula.Plus plus -> new Plus(plus.term() instanceof Term.Still);
            case Formula.Minus minus -> new Minus(minus.term() instanceof Term.Still);
            case Formula.Times times -> new Times(times.term() instanceof Term.Still);
            case Formula.Over over -> new Over(over.term() instanceof Term.Still);
            case Formula.Limits _ -> new Limits();
            case Formula.Magnitude _ -> new Magnitude();
        };
    }

    private static FloatVector term(boolean still, long at, float constant) {
        VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;
        return still
                ? FloatVector.fromMemorySegment(species, ALL, at, ByteOrder.nativeOrder())
                : FloatVector.broadcast(species, constant);
    }

    /** Stands where a chain has no further step. */
    record Nothing() implements VectorStep {
        @Override
        public FloatVector at(FloatVector x, long still, float a, float b) {
            return x;
        }
    }

    /** Adds. */
    record Plus(boolean still) implements VectorStep {
        @Override
        public FloatVector at(FloatVector x, long at, float a, float b) {
            return x.add(term(still, at, a));
        }
    }

    /** Subtracts. */
    record Minus(boolean still) implements VectorStep {
        @Override
        public FloatVector at(FloatVector x, long at, float a, float b) {
            return x.sub(term(still, at, a));
        }
    }

    /** Multiplies. */
    record Times(boolean still) implements VectorStep {
        @Override
        public FloatVector at(FloatVector x, long at, float a, float b) {
            return x.mul(term(still, at, a));
        }
    }

    /** Divides. */
    record Over(boolean still) implements VectorStep {
        @Override
        public FloatVector at(FloatVector x, long at, float a, float b) {
            FloatVector divisor = term(still, at, a);
            return x.div(divisor).blend(b, divisor.compare(EQ, 0));
        }
    }

    /** Limits. */
    record Limits() implements VectorStep {
        @Override
        public FloatVector at(FloatVector x, long at, float a, float b) {
            return x.min(b).max(a);
        }
    }

    /** Takes absolute values. */
    record Magnitude() implements VectorStep {
        @Override
        public FloatVector at(FloatVector x, long at, float a, float b) {
            return x.abs();
        }
    }
}
