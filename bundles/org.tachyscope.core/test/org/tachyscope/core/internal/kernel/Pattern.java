package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.tachyscope.api.data.PixelType;

/** Fills frames with values that are hard on sums, minima and maxima. */
enum Pattern {
    ZEROS,
    FULL,
    ALTERNATING,
    RANDOM,
    SPECIAL,
    TINY;

    private static final float[] SPECIALS = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        -0.0f,
        0.0f,
        Float.MIN_VALUE,
        -Float.MAX_VALUE,
        1e6f
    };

    /** Returns frames of packed samples behind {@code offset} bytes that belong to nobody. */
    MemorySegment frames(PixelType type, int frames, int samples, int offset) {
        MemorySegment all = Arena.ofAuto().allocate(offset + (long) frames * samples * type.bytes());
        Random random = new Random(samples * 31L + frames);
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < samples; i++) {
                long at = offset + ((long) t * samples + i) * type.bytes();
                switch (type) {
                    case U8 -> all.set(JAVA_BYTE, at, (byte) integer(random, t, i));
                    case U16 -> all.set(JAVA_SHORT_UNALIGNED, at, (short) integer(random, t, i));
                    case F32 -> all.set(JAVA_FLOAT_UNALIGNED, at, floating(random, t, i));
                }
            }
        }
        return all;
    }

    private int integer(Random random, int t, int i) {
        return switch (this) {
            case ZEROS -> 0;
            case FULL -> -1;
            case ALTERNATING -> (t + i) % 2 - 1;
            case RANDOM -> random.nextInt();
            case SPECIAL -> t == i % 5 ? 0x7f7f : 0x8080;
            case TINY -> random.nextInt(2);
        };
    }

    private float floating(Random random, int t, int i) {
        return switch (this) {
            case ZEROS -> -0.0f;
            case FULL -> Float.MAX_VALUE;
            case ALTERNATING -> (t + i) % 2 == 0 ? 1e6f : 1e6f + 0.0625f;
            case RANDOM -> (float) random.nextGaussian() * 100;
            case SPECIAL -> random.nextInt(20) == 0 ? SPECIALS[random.nextInt(SPECIALS.length)] : i;
            case TINY -> random.nextInt(1000) * Float.MIN_VALUE;
        };
    }
}
