package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;

/** Maps samples to ints that are in the same order, and back. */
final class Keys {

    /** Stands for every NaN: behind all numbers. */
    static final int NAN = Integer.MAX_VALUE;

    private Keys() {}

    /**
     * Returns an int that is in the same order as {@code x}: −∞ … −0, 0 … ∞, NaN. The bits of a float are in order as sign and
     * magnitude; this makes two's complement of them.
     */
    static int of(float x) {
        int bits = Float.floatToRawIntBits(x);
        return x != x ? NAN : bits ^ bits >> 31 & 0x7fffffff;
    }

    /** Returns the value with this key. */
    static double value(PixelType type, int key) {
        return switch (type) {
            case U8, U16 -> key;
            case F32 -> Float.intBitsToFloat(key ^ key >> 31 & 0x7fffffff);
        };
    }

    /** Returns the largest key of a number. */
    static int most(PixelType type) {
        return switch (type) {
            case U8 -> 0xff;
            case U16 -> 0xffff;
            case F32 -> of(Float.POSITIVE_INFINITY);
        };
    }

    /** Reads the keys of some frames of a tile, frame by frame, through small arrays on the heap. */
    static final class Reader {

        private static final int MOST = 16 * 1024;

        private final PixelType type;
        private final byte[] bytes;
        private final short[] shorts;
        private final float[] floats;
        private final int[] keys = new int[MOST];

        Reader(PixelType type) {
            this.type = type;
            bytes = new byte[type == PixelType.U8 ? MOST : 0];
            shorts = new short[type == PixelType.U16 ? MOST : 0];
            floats = new float[type == PixelType.F32 ? MOST : 0];
        }

        /** Takes in the keys of some frames. */
        @FunctionalInterface
        interface Taker {
            void take(int[] keys, int count);
        }

        /**
         * Hands out all frames, some at a time. The array is reused.
         *
         * @param tile has at most {@value #MOST} samples
         */
        void each(Tile tile, Taker taker, Runnable check) {
            int block = MOST / tile.samples();
            for (int t = 0; t < tile.frames(); t += block) {
                check.run();
                int frames = Math.min(block, tile.frames() - t);
                int count = frames * tile.samples();
                copy(tile.frames(t, frames));
                convert(count);
                taker.take(keys, count);
            }
        }

        /** Copies frames that lie side by side at once. */
        private void copy(Tile tile) {
            int samples = tile.samples();
            boolean packed = tile.stride() == (long) samples * type.bytes();
            int runs = packed ? 1 : tile.frames();
            int length = packed ? tile.frames() * samples : samples;
            for (int i = 0; i < runs; i++) {
                copy(tile.pixels(), tile.at(i), i * samples, length);
            }
        }

        private void copy(MemorySegment pixels, long at, int to, int length) {
            switch (type) {
                case U8 -> MemorySegment.copy(pixels, JAVA_BYTE, at, bytes, to, length);
                case U16 -> MemorySegment.copy(pixels, JAVA_SHORT_UNALIGNED, at, shorts, to, length);
                case F32 -> MemorySegment.copy(pixels, JAVA_FLOAT_UNALIGNED, at, floats, to, length);
            }
        }

        private void convert(int count) {
            switch (type) {
                case U8 -> {
                    for (int i = 0; i < count; i++) {
                        keys[i] = bytes[i] & 0xff;
                    }
                }
                case U16 -> {
                    for (int i = 0; i < count; i++) {
                        keys[i] = shorts[i] & 0xffff;
                    }
                }
                case F32 -> {
                    for (int i = 0; i < count; i++) {
                        keys[i] = of(floats[i]);
                    }
                }
            }
        }
    }
}
