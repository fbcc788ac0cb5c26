package org.tachyscope.core;

import java.util.Locale;

/** Prints durations. */
public final class Seconds {

    private Seconds() {}

    /** Returns {@code 3.2 s} or {@code 4 min 10 s}. */
    public static String text(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, seconds < 0.995 ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
