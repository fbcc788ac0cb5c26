package org.tachyscope.load.npy;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Turns samples as they are in the file into those of a stack. Belongs to one thread.
 *
 * <p>Works in chunks that stay in the first-level cache: a bulk copy into an array swaps bytes, and a loop from array to
 * array is one that the compiler vectorises.
 */
final class Conversion {

    private static final int CHUNK = 4096;

    private final SampleType from;
    private final float[] floats = new float[CHUNK];
    private final Reader reader;

    private final boolean copies;

    /** Keeps values; a complex number becomes its magnitude. */
    Conversion(SampleType from) {
        this.from = from;
        this.copies = !from.kind().complex();
        this.reader = reader(from);
    }

    /** Maps values. */
    Conversion(Wide wide, Linear mapping) {
        this.from = wide.from();
        this.copies = false;
        this.reader = mapped(wide, mapping);
    }

    /**
     * Converts {@code samples} samples.
     *
     * @param in samples of the file's type, not necessarily aligned
     * @param out samples of the stack's type
     */
    void convert(MemorySegment in, MemorySegment out, long samples) {
        if (!copies) {
            toFloats(in, out, samples);
            return;
        }
        switch (from.kind()) {
            case B1, U1 -> MemorySegment.copy(in, 0, out, 0, samples);
            case U2 ->
                MemorySegment.copy(in, shorts(from.order()), 0, out, shorts(ByteOrder.nativeOrder()), 0, samples);
            case F4 -> MemorySegment.copy(in, ints(from.order()), 0, out, ints(ByteOrder.nativeOrder()), 0, samples);
            case I1, I2, I4, I8, U4, U8, F2, F8, C8, C16 -> toFloats(in, out, samples);
        }
    }

    private void toFloats(MemorySegment in, MemorySegment out, long samples) {
        for (long done = 0; done < samples; done += CHUNK) {
            int n = (int) Math.min(CHUNK, samples - done);
            reader.read(in, done * from.kind().bytes(), n, floats);
            MemorySegment.copy(floats, 0, out, ValueLayout.JAVA_FLOAT_UNALIGNED, done * Float.BYTES, n);
        }
    }

    /** Reads {@code n} samples at a byte offset. */
    private interface Reader {
        void read(MemorySegment in, long offset, int n, float[] out);
    }

    private static Reader reader(SampleType type) {
        return switch (type.kind()) {
            case I1 -> signedBytes();
            case I2 -> signedShorts(shorts(type.order()));
            case F2 -> halves(shorts(type.order()));
            case I4 -> signedInts(ints(type.order()));
            case U4 -> unsignedInts(ints(type.order()));
            case I8 -> signedLongs(longs(type.order()));
            case U8 -> unsignedLongs(longs(type.order()));
            case F8 -> doubles(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(type.order()));
            case C8, C16 -> mapped(new Wide(type, ComplexPart.MAGNITUDE), Linear.NONE);
            case B1, U1, U2, F4 ->
                (in, offset, n, out) -> {
                    throw new IllegalStateException(type + " is copied, not converted");
                };
        };
    }

    private static Reader mapped(Wide wide, Linear mapping) {
        double[] values = new double[CHUNK];
        return (in, offset, n, out) -> {
            wide.read(in, offset, n, values);
            for (int i = 0; i < n; i++) {
                out[i] = mapping.of(values[i]);
            }
        };
    }

    private static Reader signedBytes() {
        byte[] raw = new byte[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, JAVA_BYTE, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] = raw[i];
            }
        };
    }

    private static Reader signedShorts(ValueLayout.OfShort layout) {
        short[] raw = new short[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, layout, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] = raw[i];
            }
        };
    }

    private static Reader halves(ValueLayout.OfShort layout) {
        short[] raw = new short[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, layout, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] = Float.float16ToFloat(raw[i]);
            }
        };
    }

    private static Reader signedInts(ValueLayout.OfInt layout) {
        int[] raw = new int[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, layout, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] = raw[i];
            }
        };
    }

    private static Reader unsignedInts(ValueLayout.OfInt layout) {
        int[] raw = new int[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, layout, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] = raw[i] & 0xffffffffL;
            }
        };
    }

    private static Reader signedLongs(ValueLayout.OfLong layout) {
        long[] raw = new long[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, layout, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] = raw[i];
            }
        };
    }

    private static Reader unsignedLongs(ValueLayout.OfLong layout) {
        long[] raw = new long[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, layout, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                long x = raw[i];
                // Above 2^63: halve, keeping a lost bit so that the rounding still sees it, and double afterwards.
                out[i] = x >= 0 ? x : (float) (x >>> 1 | x & 1) * 2;
            }
        };
    }

    private static Reader doubles(ValueLayout.OfDouble layout) {
        double[] raw = new double[CHUNK];
        return (in, offset, n, out) -> {
            MemorySegment.copy(in, layout, offset, raw, 0, n);
            for (int i = 0; i < n; i++) {
                out[i] = (float) raw[i];
            }
        };
    }

    private static ValueLayout.OfShort shorts(ByteOrder order) {
        return ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    }

    private static ValueLayout.OfInt ints(ByteOrder order) {
        return ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
    }

    private static ValueLayout.OfLong longs(ByteOrder order) {
        return ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order);
    }
}
