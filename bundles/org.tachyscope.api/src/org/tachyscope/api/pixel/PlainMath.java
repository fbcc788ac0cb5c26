package org.tachyscope.api.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.tachyscope.api.data.PixelType;

/** Does without the incubating vector classes. */
final class PlainMath implements PixelMath {

    static final PlainMath PLAIN = new PlainMath();

    private PlainMath() {}

    @Override
    public void load(MemorySegment in, long offset, PixelType type, float[] out, int count) {
        switch (type) {
            case U8 -> {
                for (int i = 0; i < count; i++) {
                    out[i] = in.get(ValueLayout.JAVA_BYTE, offset + i) & 0xff;
                }
            }
            case U16 -> {
                for (int i = 0; i < count; i++) {
                    out[i] = in.get(ValueLayout.JAVA_SHORT_UNALIGNED, offset + 2L * i) & 0xffff;
                }
            }
            case F32 -> MemorySegment.copy(in, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, out, 0, count);
        }
    }

    @Override
    public void store(float[] in, int count, PixelType type, MemorySegment out, long offset) {
        switch (type) {
            case U8 -> {
                for (int i = 0; i < count; i++) {
                    out.set(ValueLayout.JAVA_BYTE, offset + i, (byte) (int) in[i]);
                }
            }
            case U16 -> {
                for (int i = 0; i < count; i++) {
                    out.set(ValueLayout.JAVA_SHORT_UNALIGNED, offset + 2L * i, (short) (int) in[i]);
                }
            }
            case F32 -> MemorySegment.copy(in, 0, out, ValueLayout.JAVA_FLOAT_UNALIGNED, offset, count);
        }
    }

    @Override
    public int divide(float[] samples, float[] divisors, int count, float instead) {
        int zeros = 0;
        for (int i = 0; i < count; i++) {
            boolean zero = divisors[i] == 0;
            samples[i] = zero ? instead : samples[i] / divisors[i];
            zeros += zero ? 1 : 0;
        }
        return zeros;
    }

    /** Twice the fraction is exact, unlike the sum of a sample and ½: 0.49999997f + 0.5f is 1. */
    @Override
    public Rounded round(float[] samples, int count, float most) {
        int saturated = 0;
        int nans = 0;
        for (int i = 0; i < count; i++) {
            float x = samples[i];
            saturated += x < -0.5f || x >= most + 0.5f ? 1 : 0;
            nans += Float.isNaN(x) ? 1 : 0;
            float clamped = Math.max(0, Math.min(most, x));
            int whole = (int) clamped;
            samples[i] = whole + (int) ((clamped - whole) * 2);
        }
        return new Rounded(saturated, nans);
    }

    @Override
    public void select(float[] samples, int count, float level, float below, float above) {
        for (int i = 0; i < count; i++) {
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
        switch (type) {
            case U8 -> {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += (entering.get(ValueLayout.JAVA_BYTE, i) & 0xff)
                            - (leaving.get(ValueLayout.JAVA_BYTE, i) & 0xff);
                    out.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * i, sums[i] / divisor);
                }
            }
            case U16 -> {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += (entering.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * i) & 0xffff)
                            - (leaving.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * i) & 0xffff);
                    out.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * i, sums[i] / divisor);
                }
            }
            case F32 -> throw new IllegalArgumentException("sums of F32 samples aren't exact in floats");
        }
    }
}
