package org.tachyscope.ops.space;

import java.util.Locale;
import org.tachyscope.api.data.Metadata;

/** Holds the shift of every frame. Immutable. */
final class Shifts {

    private static final int LISTED = 10_000;

    private final double[] x;
    private final double[] y;
    private final double lowestMatch;
    private final int worst;
    private final String list;

    private Shifts(double[] x, double[] y, double lowestMatch, int worst) {
        this.x = x;
        this.y = y;
        this.lowestMatch = lowestMatch;
        this.worst = worst;
        list = x.length > LISTED ? "" : listed();
    }

    /** Takes over shifts, one a frame, and expresses them relative to that of {@code frame}. */
    static Shifts of(Shift[] shifts, int frame) {
        double[] x = new double[shifts.length];
        double[] y = new double[shifts.length];
        int worst = 0;
        for (int t = 0; t < shifts.length; t++) {
            x[t] = shifts[t].x() - shifts[frame].x();
            y[t] = shifts[t].y() - shifts[frame].y();
            worst = shifts[t].match() < shifts[worst].match() ? t : worst;
        }
        return new Shifts(x, y, shifts[worst].match(), worst);
    }

    double x(long frame) {
        return x[(int) frame];
    }

    double y(long frame) {
        return y[(int) frame];
    }

    /** Adds what a person should know. */
    Metadata describe(Metadata metadata, String words) {
        int far = 0;
        for (int t = 1; t < x.length; t++) {
            far = Math.hypot(x[t], y[t]) > Math.hypot(x[far], y[far]) ? t : far;
        }
        Metadata described = metadata.withProperty(
                "registration",
                String.format(
                        Locale.ROOT,
                        "%s; largest shift (%.3f, %.3f) px in frame %d; poorest match %.3f in frame %d",
                        words,
                        x[far],
                        y[far],
                        far,
                        lowestMatch,
                        worst));
        return list.isEmpty() ? described : described.withProperty("registration shifts", list);
    }

    private String listed() {
        StringBuilder text = new StringBuilder("frame: px to the right, px down");
        for (int t = 0; t < x.length; t++) {
            text.append(String.format(Locale.ROOT, "; %d: %.3f, %.3f", t, x[t], y[t]));
        }
        return text.toString();
    }
}
