package org.tachyscope.ui.internal;

import java.util.Locale;

/** Tells how fast a job goes and how long it will take. Measured from its first report, so that set-up doesn't count. */
final class Pace {

    private static final double NANOS = 1e9;

    private final long startNanos;
    private final long startDone;

    Pace(long startNanos, long startDone) {
        this.startNanos = startNanos;
        this.startDone = startDone;
    }

    /** Returns such as {@code 120 of 400 · 340/s · 1 s left}; without rate and time left until half a second is over. */
    String text(long done, long total, long nowNanos) {
        String count = String.format(Locale.ROOT, "%,d of %,d", done, total);
        double seconds = (nowNanos - startNanos) / NANOS;
        if (seconds < 0.5 || done <= startDone) {
            return count;
        }
        double rate = (done - startDone) / seconds;
        return count + " · " + rate(rate) + " · " + time((total - done) / rate) + " left";
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
    }

    /** Returns a duration as a person says it, such as {@code 45 s}, {@code 12 min} or {@code 3 h 20 min}. */
    static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 90) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
