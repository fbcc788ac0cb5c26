package org.tachyscope.ui.views.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tachyscope.ui.api.ColorMap;

/**
 * Holds the colours of a colour map, {@code 0xRRGGBB} each: 256 for values in range, and one each for values below it, above
 * it, and NaN. Immutable.
 */
final class Lut {

    static final int SIZE = 256;

    private static final int RED = 0xff2020;
    private static final int BLUE = 0x2060ff;
    private static final int MAGENTA = 0xd000d0;
    private static final int MID_GRAY = 0x808080;

    private final int[] colors;
    private final int below;
    private final int above;
    private final int nan;

    private Lut(int[] colors, int below, int above, int nan) {
        this.colors = colors;
        this.below = below;
        this.above = above;
        this.nan = nan;
    }

    /** Returns the colours of {@code map}. NaN is magenta among grays, gray among colours. */
    static Lut of(ColorMap map) {
        return switch (map) {
            case GRAY -> withEnds(ramp(), MAGENTA);
            case INVERTED -> withEnds(reversed(ramp()), MAGENTA);
            case VIRIDIS, INFERNO, PLASMA, TURBO -> withEnds(read(map.name().toLowerCase(Locale.ROOT)), MID_GRAY);
            case RANGE -> marked();
        };
    }

    /** Returns the colours of one channel of an RGB frame: a ramp, which only {@link ColorMap#INVERTED} turns around. */
    static Lut ofChannel(ColorMap map) {
        return of(map == ColorMap.INVERTED ? map : ColorMap.GRAY);
    }

    /** Returns color {@code index}, 0 … 255. */
    int color(int index) {
        return colors[index];
    }

    int below() {
        return below;
    }

    int above() {
        return above;
    }

    int nan() {
        return nan;
    }

    private static Lut withEnds(int[] colors, int nan) {
        return new Lut(colors, colors[0], colors[SIZE - 1], nan);
    }

    private static Lut marked() {
        int[] colors = ramp();
        colors[0] = BLUE;
        colors[SIZE - 1] = RED;
        return new Lut(colors, BLUE, RED, MAGENTA);
    }

    private static int[] ramp() {
        return IntStream.range(0, SIZE).map(i -> i * 0x010101).toArray();
    }

    private static int[] reversed(int[] colors) {
        return IntStream.range(0, SIZE).map(i -> colors[SIZE - 1 - i]).toArray();
    }

    private static int[] read(String name) {
        String line = resource()
                .lines()
                .filter(each -> each.startsWith(name + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("luts.txt has no colour map " + name));
        String hex = line.substring(name.length() + 1);
        return IntStream.range(0, SIZE)
                .map(i -> Integer.parseInt(hex, 6 * i, 6 * i + 6, 16))
                .toArray();
    }

    private static String resource() {
        try (InputStream in = Lut.class.getResourceAsStream("luts.txt")) {
            if (in == null) {
                throw new IllegalStateException("luts.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read luts.txt", e);
        }
    }
}
