package org.tachyscope.ui.views.frame;

import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Range;

/**
 * Turns sample values into colours: display value {@code v = (x − low)/(high − low)}, then entry {@code ⌊256 v⌋} of the
 * colour map ({@code v = 1} is the last entry). Values below and above the range and NaN have colours of their own. Immutable.
 *
 * <p>All values of U8 and U16 are worked out beforehand, so that a pixel costs one look-up.
 */
final class ToneMap {

    /** Positions in {@link #entries}: below, then 256 colours, the last one again for v = 1, above. */
    private static final int FIRST = 1;

    private static final int LAST = FIRST + Lut.SIZE;
    private static final int ABOVE = LAST + 1;

    private final int[] entries = new int[ABOVE + 1];
    private final int nan;
    private final double low;
    private final double high;
    private final double scale;
    private final int[] table;

    /** Prepares the colours of samples of {@code type}. */
    ToneMap(Lut lut, Range range, PixelType type) {
        for (int i = 0; i < Lut.SIZE; i++) {
            entries[FIRST + i] = lut.color(i);
        }
        entries[0] = lut.below();
        entries[LAST] = lut.color(Lut.SIZE - 1);
        entries[ABOVE] = lut.above();
        nan = lut.nan();
        low = range.low();
        high = range.high();
        scale = Lut.SIZE / (high - low);
        table = new int[values(type)];
        for (int x = 0; x < table.length; x++) {
            table[x] = color(x);
        }
    }

    private static int values(PixelType type) {
        return switch (type) {
            case U8 -> 1 << 8;
            case U16 -> 1 << 16;
            case F32 -> 0;
        };
    }

    /** Returns the colour of a value. Branches only on NaN: noise around a level would be mispredicted. */
    int color(double x) {
        if (x != x) {
            return nan;
        }
        int entry = (int) Math.min((x - low) * scale + FIRST, LAST);
        return entries[Math.max(entry, 0) + (x > high ? 1 : 0)];
    }

    /** Returns the colour of each value of U8 or U16; empty for F32. Read, don't write. */
    int[] table() {
        return table;
    }

    /** Returns the colour of a NaN. */
    int nan() {
        return nan;
    }
}
