package org.tachyscope.core.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.tachyscope.api.FreeMemory;
import org.tachyscope.core.Size;

/**
 * Bounds the memory that an opened source may take.
 *
 * @param percent share of the free memory, above 0 and at most 100
 * @param free bytes that were free when this was asked for, if the system tells; nothing is too large otherwise
 */
public record Budget(double percent, OptionalLong free) {

    /** Is the share that a person starts with. */
    public static final double USUAL_PERCENT = 60;

    /** Refuses shares of nothing and of more than all. */
    public Budget {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "a memory budget is more than 0 % and at most 100 % of what is free, got " + number(percent)
                            + " %");
        }
    }

    /**
     * Returns a share of the memory that is free now.
     *
     * @throws IOException if the system's answer can't be read
     */
    public static Budget now(double percent) throws IOException {
        return new Budget(percent, FreeMemory.bytes());
    }

    /** Returns the number of bytes. */
    public long bytes() {
        return free.isPresent() ? (long) (free.getAsLong() * (percent / 100)) : Long.MAX_VALUE;
    }

    /** Tells whether so many bytes fit. */
    public boolean holds(long bytes) {
        return bytes <= bytes();
    }

    /** Returns such as {@code 60 % of the 12.0 GB that are free}. */
    @Override
    public String toString() {
        return number(percent) + " % of the "
                + (free.isPresent() ? Size.text(free.getAsLong()) + " that are free" : "memory, whose size is unknown");
    }

    private static String number(double value) {
        return value == Math.rint(value) || !Double.isFinite(value)
                ? String.valueOf(value).replaceFirst("\\.0$", "")
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
