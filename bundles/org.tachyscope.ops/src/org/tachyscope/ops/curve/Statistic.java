package org.tachyscope.ops.curve;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names what is measured of a region's values in one frame. Written as {@code mean}, {@code std}, {@code sample-std},
 * {@code min}, {@code max}, {@code median}, or {@code p} and a percentage such as {@code p5} and {@code p97.5}.
 *
 * @param kind what is measured
 * @param percent of a percentile, 0 … 100; otherwise 0
 */
public record Statistic(Kind kind, double percent) {

    /** Tells what is measured. */
    public enum Kind {
        /** Sum over number. */
        MEAN,
        /** Standard deviation, divided by the number n. */
        STD,
        /** Standard deviation, divided by n − 1; NaN of one value. */
        SAMPLE_STD,
        /** The smallest value. */
        MIN,
        /** The largest value. */
        MAX,
        /** The value below which a share of the values lies, by linear interpolation as numpy does by default. */
        PERCENTILE
    }

    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(\\.\\d+)?)");

    /** Refuses percentages outside of 0 … 100. */
    public Statistic {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is from 0 to 100, got " + percent);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException in one sentence, if {@code text} names nothing that is measured
     */
    public static Statistic parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.equals("median")) {
            return new Statistic(Kind.PERCENTILE, 50);
        }
        var percentile = PERCENTILE.matcher(name);
        if (percentile.matches()) {
            return new Statistic(Kind.PERCENTILE, Double.parseDouble(percentile.group(1)));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PERCENTILE && name(kind).equals(name)) {
                return new Statistic(kind, 0);
            }
        }
        throw new IllegalArgumentException(
                "must be mean, median, min, max, std, sample-std or a percentile such as p95," + " got \""
                        + text.strip() + "\"");
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns such as {@code mean}, {@code median} or {@code p97.5}. */
    @Override
    public String toString() {
        if (kind != Kind.PERCENTILE) {
            return name(kind);
        }
        return percent == 50
                ? "median"
                : "p" + BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }
}
