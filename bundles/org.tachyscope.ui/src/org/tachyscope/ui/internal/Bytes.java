package org.tachyscope.ui.internal;

import java.util.Locale;

/** Writes numbers of bytes as a person reads them. */
final class Bytes {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

    private Bytes() {}

    /** Returns such as {@code 612 B}, {@code 4.2 MB} or {@code 25 GB}, in units of 1000. */
    static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || value >= 9.95 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
