package org.tachyscope.ops.pixel;

import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.pixel.PixelTools;

/**
 * Holds a range of samples.
 *
 * @param low smallest sample
 * @param high largest sample; not more than {@code low} if nothing differs
 */
record Levels(float low, float high) {

    static final Levels NONE = new Levels(0, 0);

    /** Maps samples in place. */
    void map(float[] samples, int count, Normalise.Output output, PixelTools tools) {
        if (high > low) {
            stretch(samples, count);
        } else {
            flatten(samples, count);
        }
        switch (output) {
            case F32 -> {}
            case U8 -> {
                for (int i = 0; i < count; i++) {
                    samples[i] *= 255;
                }
                Convert.store(samples, count, PixelType.U8, tools);
            }
        }
    }

    static PixelType type(Normalise.Output output) {
        return switch (output) {
            case F32 -> PixelType.F32;
            case U8 -> PixelType.U8;
        };
    }

    /** The range of extreme samples overflows float32: half of everything doesn't. */
    private void stretch(float[] samples, int count) {
        float scale = Float.isInfinite(high - low) ? 0.5f : 1;
        float start = low * scale;
        float range = high * scale - start;
        for (int i = 0; i < count; i++) {
            samples[i] = Math.max(0, Math.min(1, (samples[i] * scale - start) / range));
        }
    }

    private static void flatten(float[] samples, int count) {
        for (int i = 0; i < count; i++) {
            samples[i] = Float.isNaN(samples[i]) ? Float.NaN : 0;
        }
    }
}
