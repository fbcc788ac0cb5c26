package org.tachyscope.load.npy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Reads samples of any type as float64; integers beyond 2^53 are rounded.
 *
 * @param from type in the file
 * @param part what a complex number becomes
 */
record Wide(SampleType from, ComplexPart part) {

    /** Reads one sample. */
    private interface One {
        double at(long byteOffset);
    }

    /** Reads {@code n} samples from a byte offset on. */
    void read(MemorySegment in, long offset, int n, double[] out) {
        One one = one(in);
        int bytes = from.kind().bytes();
        for (int i = 0; i < n; i++) {
            out[i] = one.at(offset + (long) i * bytes);
        }
    }

    private One one(MemorySegment in) {
        var shorts = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(from.order());
        var ints = ValueLayout.JAVA_INT_UNALIGNED.withOrder(from.order());
        var longs = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(from.order());
        var floats = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(from.order());
        var doubles = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(from.order());
        return switch (from.kind()) {
            case B1, U1 -> at -> in.get(ValueLayout.JAVA_BYTE, at) & 0xff;
            case I1 -> at -> in.get(ValueLayout.JAVA_BYTE, at);
            case U2 -> at -> in.get(shorts, at) & 0xffff;
            case I2 -> at -> in.get(shorts, at);
            case U4 -> at -> in.get(ints, at) & 0xffffffffL;
            case I4 -> at -> in.get(ints, at);
            case I8 -> at -> in.get(longs, at);
            case U8 -> at -> unsigned(in.get(longs, at));
            case F2 -> at -> Float.float16ToFloat(in.get(shorts, at));
            case F4 -> at -> in.get(floats, at);
            case F8 -> at -> in.get(doubles, at);
            case C8 -> at -> part.of(in.get(floats, at), in.get(floats, at + Float.BYTES));
            case C16 -> at -> part.of(in.get(doubles, at), in.get(doubles, at + Double.BYTES));
        };
    }

    /** Above 2^63: halves, keeping a lost bit so that the rounding still sees it, and doubles afterwards. */
    private static double unsigned(long x) {
        return x >= 0 ? x : (double) (x >>> 1 | x & 1) * 2;
    }
}
