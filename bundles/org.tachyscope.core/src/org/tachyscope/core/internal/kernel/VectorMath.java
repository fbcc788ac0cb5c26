package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.I2S;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.pixel.FormulaLoop;
import org.tachyscope.api.pixel.Formulas;
import org.tachyscope.api.pixel.PixelMath;

/** Loops of per-pixel steps in vectors. What is left at the right end goes to the plain ones. */
final class VectorMath implements PixelMath {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> HALF_S =
            VectorSpecies.of(short.class, VectorShape.forBitSize(F.vectorBitSize() / 2));

    /** As many bytes as there are floats in a vector; vectors have no fewer than 64 bits, so not all machines have it. */
    private static final VectorSpecies<Byte> QUARTER_B =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, F.vectorBitSize() / 4)));

    private static final boolean BYTES = QUARTER_B.length() == F.length();

    private final PixelMath plain = PixelMath.plain();
    private final FormulaLoops loops = new FormulaLoops(this);

    @Override
    public boolean makesLoops() {
        return true;
    }

    @Override
    public Optional<FormulaLoop> loop(Formulas chain, int coming) {
        return loops.loop(chain, coming);
    }

    @Override
    public void load(MemorySegment in, long offset, PixelType type, float[] out, int count) {
        switch (type) {
            case U8 -> loadBytes(in, offset, out, count);
            case U16 -> loadShorts(in, offset, out, count);
            case F32 -> plain.load(in, offset, type, out, count);
        }
    }

    private void loadBytes(MemorySegment in, long offset, float[] out, int count) {
        Raw.touch(in);
        int end = BYTES ? F.loopBound(count) : 0;
        for (int i = 0; i < end; i += F.length()) {
            ByteVector bytes = ByteVector.fromMemorySegment(QUARTER_B, in, offset + i, ORDER);
            floats((IntVector) bytes.convertShape(ZERO_EXTEND_B2I, I, 0)).intoArray(out, i);
        }
        for (int i = end; i < count; i++) {
            out[i] = (float) PixelType.U8.get(in, offset + i);
        }
    }

    private void loadShorts(MemorySegment in, long offset, float[] out, int count) {
        Raw.touch(in);
        int end = F.loopBound(count);
        for (int i = 0; i < end; i += F.length()) {
            ShortVector shorts = ShortVector.fromMemorySegment(HALF_S, in, offset + 2L * i, ORDER);
            floats((IntVector) shorts.convertShape(ZERO_EXTEND_S2I, I, 0)).intoArray(out, i);
        }
        for (int i = end; i < count; i++) {
            out[i] = (float) PixelType.U16.get(in.asSlice(offset), i);
        }
    }

    @Override
    public void store(float[] in, int count, PixelType type, MemorySegment out, long offset) {
        Raw.touch(out);
        int end = F.loopBound(count);
        switch (type) {
            case U8 -> {
                int last = BYTES ? end : 0;
                for (int i = 0; i < last; i += F.length()) {
                    ByteVector bytes = (ByteVector) ints(in, i).convertShape(I2B, QUARTER_B, 0);
                    bytes.intoMemorySegment(out, offset + i, ORDER);
                }
                storeRest(in, last, count, type, out, offset);
            }
            case U16 -> {
                for (int i = 0; i < end; i += F.length()) {
                    ShortVector shorts = (ShortVector) ints(in, i).convertShape(I2S, HALF_S, 0);
                    shorts.intoMemorySegment(out, offset + 2L * i, ORDER);
                }
                storeRest(in, end, count, type, out, offset);
            }
            case F32 -> plain.store(in, count, type, out, offset);
        }
    }

    private void storeRest(float[] in, int from, int count, PixelType type, MemorySegment out, long offset) {
        if (from < count) {
            float[] rest = Arrays.copyOfRange(in, from, count);
            plain.store(rest, rest.length, type, out, offset + (long) from * type.bytes());
        }
    }

    @Override
    public int divide(float[] samples, float[] divisors, int count, float instead) {
        int zeros = 0;
        int end = F.loopBound(count);
        for (int i = 0; i < end; i += F.length()) {
            FloatVector divisor = FloatVector.fromArray(F, divisors, i);
            VectorMask<Float> zero = divisor.compare(EQ, 0);
            FloatVector.fromArray(F, samples, i)
                    .div(divisor)
                    .blend(instead, zero)
                    .intoArray(samples, i);
            zeros += zero.trueCount();
        }
        if (end < count) {
            float[] rest = Arrays.copyOfRange(samples, end, count);
            zeros += plain.divide(rest, Arrays.copyOfRange(divisors, end, count), rest.length, instead);
            System.arraycopy(rest, 0, samples, end, rest.length);
        }
        return zeros;
    }

    @Override
    public Rounded round(float[] samples, int count, float most) {
        int saturated = 0;
        int nans = 0;
        int end = F.loopBound(count);
        for (int i = 0; i < end; i += F.length()) {
            FloatVector x = FloatVector.fromArray(F, samples, i);
            VectorMask<Float> nan = x.test(IS_NAN);
            saturated += x.compare(LT, -0.5f).or(x.compare(GE, most + 0.5f)).trueCount();
            nans += nan.trueCount();
            FloatVector clamped = x.blend(0, nan.or(x.compare(LT, 0))).blend(most, x.compare(GT, most));
            FloatVector whole = truncated(clamped);
            whole.add(truncated(clamped.sub(whole).mul(2))).intoArray(samples, i);
        }
        if (end < count) {
            float[] rest = Arrays.copyOfRange(samples, end, count);
            Rounded last = plain.round(rest, rest.length, most);
            System.arraycopy(rest, 0, samples, end, rest.length);
            return new Rounded(saturated + last.saturated(), nans + last.nans());
        }
        return new Rounded(saturated, nans);
    }

    @Override
    public void select(float[] samples, int count, float level, float below, float above) {
        int end = F.loopBound(count);
        for (int i = 0; i < end; i += F.length()) {
            VectorMask<Float> high = FloatVector.fromArray(F, samples, i).compare(GE, level);
            FloatVector.broadcast(F, below).blend(above, high).intoArray(samples, i);
        }
        for (int i = end; i < count; i++) {
            samples[i] = samples[i] >= level ? above : below;
        }
    }

    @Override
    public void slide(
            MemorySegment entering,
            MemorySegment leaving,
            PixelType type,
            float[] sums,
            float divisor,
            MemorySegment out) {
        int end = switch (type) {
            case U8 -> BYTES ? slideBytes(entering, leaving, sums, divisor, out) : 0;
            case U16 -> slideShorts(entering, leaving, sums, divisor, out);
            case F32 -> 0;
        };
        if (end < sums.length) {
            float[] rest = Arrays.copyOfRange(sums, end, sums.length);
            long from = (long) end * type.bytes();
            plain.slide(entering.asSlice(from), leaving.asSlice(from), type, rest, divisor, out.asSlice(4L * end));
            System.arraycopy(rest, 0, sums, end, rest.length);
        }
    }

    private static int slideBytes(
            MemorySegment entering, MemorySegment leaving, float[] sums, float divisor, MemorySegment out) {
        int end = F.loopBound(sums.length);
        for (int i = 0; i < end; i += F.length()) {
            ByteVector in = ByteVector.fromMemorySegment(QUARTER_B, entering, i, ORDER);
            ByteVector gone = ByteVector.fromMemorySegment(QUARTER_B, leaving, i, ORDER);
            IntVector step = ((IntVector) in.convertShape(ZERO_EXTEND_B2I, I, 0))
                    .sub((IntVector) gone.convertShape(ZERO_EXTEND_B2I, I, 0));
            FloatVector sum = FloatVector.fromArray(F, sums, i).add(floats(step));
            sum.intoArray(sums, i);
            sum.div(divisor).intoMemorySegment(out, 4L * i, ORDER);
        }
        return end;
    }

    private static int slideShorts(
            MemorySegment entering, MemorySegment leaving, float[] sums, float divisor, MemorySegment out) {
        int end = F.loopBound(sums.length);
        for (int i = 0; i < end; i += F.length()) {
            ShortVector in = ShortVector.fromMemorySegment(HALF_S, entering, 2L * i, ORDER);
            ShortVector gone = ShortVector.fromMemorySegment(HALF_S, leaving, 2L * i, ORDER);
            IntVector step = ((IntVector) in.convertShape(ZERO_EXTEND_S2I, I, 0))
                    .sub((IntVector) gone.convertShape(ZERO_EXTEND_S2I, I, 0));
            FloatVector sum = FloatVector.fromArray(F, sums, i).add(floats(step));
            sum.intoArray(sums, i);
            sum.div(divisor).intoMemorySegment(out, 4L * i, ORDER);
        }
        return end;
    }

    private static FloatVector floats(IntVector ints) {
        return (FloatVector) ints.convertShape(I2F, F, 0);
    }

    private static IntVector ints(float[] in, int i) {
        return (IntVector) FloatVector.fromArray(F, in, i).convertShape(F2I, I, 0);
    }

    private static FloatVector truncated(FloatVector x) {
        return floats((IntVector) x.convertShape(F2I, I, 0));
    }
}
