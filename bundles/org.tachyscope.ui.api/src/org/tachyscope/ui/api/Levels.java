package org.tachyscope.ui.api;

import java.util.Locale;

/**
 * States how the range of sample values that the colour map is stretched over is found.
 *
 * @param rule how low and high are found
 * @param scope whether they are found once or anew for every frame
 */
public record Levels(Rule rule, Scope scope) {

    /** Cuts one sample in a thousand at both ends, once for the whole stack: contrast never changes while scrubbing. */
    public static final Levels DEFAULT = new Levels(new Rule.Percentile(0.1, 99.9), Scope.STACK);

    /** Finds low and high. */
    public sealed interface Rule {

        /** Takes the smallest and the largest finite sample. */
        record MinMax() implements Rule {}

        /**
         * Cuts the darkest and brightest samples.
         *
         * @param low percent of samples below the range, 0 … 100
         * @param high percent of samples below the range's end, above {@code low}, at most 100
         */
        record Percentile(double low, double high) implements Rule {
            /** Refuses percentages out of order. */
            public Percentile {
                if (!(0 <= low && low < high && high <= 100)) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT, "percentiles need 0 ≤ low < high ≤ 100, got %s and %s", low, high));
                }
            }
        }

        /** Takes all that the pixel type can hold: 0 … 255, 0 … 65535, or 0 … 1 for F32. */
        record FullType() implements Rule {}

        /** Takes the user's numbers. */
        record Manual(Range range) implements Rule {}
    }

    /** Tells when low and high are found. */
    public enum Scope {
        /** Once, from frames spread over the whole stack; all frames are shown alike and can be compared. */
        STACK,
        /** Anew for every frame. */
        FRAME
    }

    /** Returns these levels with another rule. */
    public Levels withRule(Rule newRule) {
        return new Levels(newRule, scope);
    }

    /** Returns these levels with another scope. */
    public Levels withScope(Scope newScope) {
        return new Levels(rule, newScope);
    }
}
