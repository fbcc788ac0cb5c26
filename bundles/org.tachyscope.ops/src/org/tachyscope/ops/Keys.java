package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/**
 * Turns samples into ints of the same order, so that every pixel type is compared by the same loops, without branches.
 *
 * <p>U8 and U16 are their own keys. F32: the bits of a positive float order like an int; those of a negative one are turned
 * around. −0 and 0 have the key 0.
 */
final class Keys {

    /** Is below the key of every number. */
    static final int BOTTOM = Integer.MIN_VALUE;

    /** Is above the key of every number. */
    static final int TOP = Integer.MAX_VALUE;

    private static final int INFINITY = 0x7f800000;

    private final PixelType type;
    private final Order order;
    private final int nan;
    private final int[] keys;
    private final byte[] bytes;
    private final short[] shorts;

    /** Tells which way keys run. */
    enum Order {
        /** Larger samples have larger keys. */
        RISING,
        /** Larger samples have smaller keys. */
        FALLING
    }

    /**
     * Prepares for one window.
     *
     * @param nan key of NaN
     */
    Keys(Window window, Order order, int nan) {
        int samples = window.samplesPerFrame();
        type = window.type();
        this.order = order;
        this.nan = nan;
        keys = new int[samples];
        bytes = new byte[type == PixelType.U8 ? samples : 0];
        shorts = new short[type == PixelType.U16 ? samples : 0];
    }

    /** Returns the keys of frame {@code t} of a block, which are valid until the next call. */
    int[] of(Block block, long t) {
        long at = t * block.frameStride();
        switch (type) {
            case U8 -> ofBytes(block.pixels(), at);
            case U16 -> ofShorts(block.pixels(), at);
            case F32 -> ofFloats(block.pixels(), at);
        }
        return keys;
    }

    private void ofBytes(MemorySegment pixels, long at) {
        int flip = flip();
        MemorySegment.copy(pixels, JAVA_BYTE, at, bytes, 0, bytes.length);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = bytes[i] & 0xff ^ flip;
        }
    }

    private void ofShorts(MemorySegment pixels, long at) {
        int flip = flip();
        MemorySegment.copy(pixels, JAVA_SHORT_UNALIGNED, at, shorts, 0, shorts.length);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = shorts[i] & 0xffff ^ flip;
        }
    }

    private void ofFloats(MemorySegment pixels, long at) {
        int flip = flip();
        MemorySegment.copy(pixels, JAVA_INT_UNALIGNED, at, keys, 0, keys.length);
        for (int i = 0; i < keys.length; i++) {
            int bits = keys[i];
            int number = ~(INFINITY - (bits & 0x7fffffff) >> 31);
            keys[i] = (ordered(bits) ^ flip) & number | nan & ~number;
        }
    }

    /** Returns what turns the order of ints around, or doesn't. */
    private int flip() {
        return switch (order) {
            case RISING -> 0;
            case FALLING -> -1;
        };
    }

    private static int ordered(int bits) {
        int negative = bits >> 31;
        return (bits ^ negative & 0x7fffffff) - negative;
    }

    /** Returns the least rising key of samples that are greater than {@code threshold}, which isn't NaN. */
    static int above(PixelType type, double threshold) {
        if (type != PixelType.F32) {
            return (int) Math.clamp(Math.floor(threshold) + 1, 0, 65_536);
        }
        float near = (float) threshold;
        int key = ordered(Float.floatToRawIntBits(near));
        return near <= threshold ? key + 1 : key;
    }

    /** Returns the least rising key of samples that are {@code threshold}, which isn't NaN, or greater. */
    static int from(PixelType type, double threshold) {
        if (type != PixelType.F32) {
            return (int) Math.clamp(Math.ceil(threshold), 0, 65_536);
        }
        float near = (float) threshold;
        int key = ordered(Float.floatToRawIntBits(near));
        return near < threshold ? key + 1 : key;
    }

    /** Returns −1 if {@code key} ≥ {@code limit}, otherwise 0; {@code limit} isn't {@link #BOTTOM}. */
    static int mask(int key, int limit) {
        int more = Math.max(key, limit - 1) ^ limit - 1;
        return (more | -more) >> 31;
    }
}
