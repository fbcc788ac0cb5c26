package org.tachyscope.export;

import java.util.Locale;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;

/**
 * Maps samples linearly to 0 … 255. What lies beyond the levels is clipped, infinite samples too.
 *
 * @param low becomes 0
 * @param high becomes 255; where it equals {@code low}, everything becomes 0
 * @param rule says where the levels come from
 */
record Stretch(double low, double high, String rule) {

    private static final double CLIPPED = 0.001;

    /** Finds the levels of a frame; without any finite sample they are 0 and 0. */
    static Stretch of(Frame frame, Levels levels, Progress progress) {
        if (levels == Levels.AUTO && frame.type() == PixelType.U8) {
            return new Stretch(0, 255, "the whole range of U8");
        }
        Ranks ranks = new Ranks(new Samples(frame, progress));
        if (ranks.finite() == 0) {
            return new Stretch(0, 0, "no finite sample");
        }
        if (levels == Levels.AUTO) {
            Stretch most = new Stretch(
                    ranks.quantile(CLIPPED),
                    ranks.quantile(1 - CLIPPED),
                    "0.1 % and 99.9 % quantile of the finite samples");
            if (most.low < most.high) {
                return most;
            }
        }
        return new Stretch(ranks.quantile(0), ranks.quantile(1), "smallest and largest finite sample");
    }

    /** Returns 0 … 255 for any sample but NaN. */
    int index(float sample) {
        if (low == high) {
            return 0;
        }
        return (int) Math.clamp(Math.rint((sample - low) / (high - low) * 255), 0.0, 255.0);
    }

    /** Says how samples became brightness, for a person who reads the file later. */
    String text() {
        return String.format(Locale.ROOT, "%s becomes black, %s white, linearly in 8 bits (%s)", low, high, rule);
    }
}
