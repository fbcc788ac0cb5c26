package org.tachyscope.core.internal.kernel;

import java.lang.constant.ConstantDescs;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.tachyscope.api.pixel.FormulaLoop;

/**
 * The pattern of all loops over formulas. {@link FormulaLoops} makes a hidden class of it for each sequence of kinds of steps,
 * which are that class's constants: so Java compiles one loop without calls, which goes on loading and computing while stores
 * wait for memory. An object of such a class holds the terms of one chain. This class itself is never initialised.
 */
final class VectorFormulaLoop implements FormulaLoop {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;

    private static final VectorLoad LOAD = constant(VectorLoad.class, FormulaTerms.STEPS);
    private static final VectorStep S0 = constant(VectorStep.class, 0);
    private static final VectorStep S1 = constant(VectorStep.class, 1);
    private static final VectorStep S2 = constant(VectorStep.class, 2);
    private static final VectorStep S3 = constant(VectorStep.class, 3);
    private static final VectorStep S4 = constant(VectorStep.class, 4);
    private static final VectorStep S5 = constant(VectorStep.class, 5);

    private final FormulaTerms terms;

    VectorFormulaLoop(FormulaTerms terms) {
        this.terms = terms;
    }

    private static <T> T constant(Class<T> type, int index) {
        try {
            return Objects.requireNonNull(
                    MethodHandles.classDataAt(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, type, index));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a hidden class may see its own data", e);
        }
    }

    @Override
    public int run(MemorySegment in, long offset, int first, int count, MemorySegment out) {
        Raw.touch(in);
        Raw.touch(out);
        long from = 4L * Objects.checkFromIndexSize(first, count, terms.samples());
        long p0 = terms.still(0) + from, p1 = terms.still(1) + from, p2 = terms.still(2) + from;
        long p3 = terms.still(3) + from, p4 = terms.still(4) + from, p5 = terms.still(5) + from;
        float a0 = terms.a(0), a1 = terms.a(1), a2 = terms.a(2), a3 = terms.a(3), a4 = terms.a(4), a5 = terms.a(5);
        float b0 = terms.b(0), b1 = terms.b(1), b2 = terms.b(2), b3 = terms.b(3), b4 = terms.b(4), b5 = terms.b(5);
        int end = F.loopBound(count);
        for (int i = 0; i < end; i += F.length()) {
            long k = 4L * i;
            FloatVector x = LOAD.at(in, offset, i);
            x = S2.at(S1.at(S0.at(x, p0 + k, a0, b0), p1 + k, a1, b1), p2 + k, a2, b2);
            x = S5.at(S4.at(S3.at(x, p3 + k, a3, b3), p4 + k, a4, b4), p5 + k, a5, b5);
            x.intoMemorySegment(out, k, ORDER);
        }
        return end;
    }
}
