package org.tachyscope.app.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Exports;

/**
 * Makes the frames of the demonstration: 8-bit gray values of
 *
 * <pre>
 *   background(x, y, t) + ring(distance of (x, y) from the centre at t) + noise, one pixel flickers
 * </pre>
 *
 * The same on every machine: the noise comes from a fixed seed, and of each frame on its own, so frames are made in parallel.
 */
final class DemoData {

    static final int FRAMES = 300;
    static final int WIDTH = 512;
    static final int HEIGHT = 384;
    /** Measures a rectangle that the ring crosses. */
    static final String ROI = "roi-mean:box=236,172,40,40";

    private static final long SEED = 1887;
    private static final double RADIUS = 70;
    private static final double THICKNESS = 5;
    private static final int FLICKER_X = 60;
    private static final int FLICKER_Y = 320;

    private final Exporter<?> png;

    DemoData(Catalog catalog) {
        png = catalog.exporter("png").service();
    }

    /** Writes {@code frame_000.png …} into {@code folder}. */
    void write(Path folder, Progress progress) throws IOException {
        AtomicInteger done = new AtomicInteger();
        try {
            IntStream.range(0, FRAMES).parallel().forEach(t -> {
                progress.checkCancelled();
                write(folder.resolve("frame_%03d.png".formatted(t)), t);
                progress.worked(done.incrementAndGet(), FRAMES);
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e.getCause());
        }
    }

    private void write(Path file, int t) {
        Frame frame = new Frame(HEIGHT, WIDTH, 1, PixelType.U8, MemorySegment.ofArray(pixels(t)));
        Exports.Output output = new Exports.Output(frame, Metadata.named("frame " + t), file);
        try {
            Exports.write(png, Map.of("levels", "KEEP"), output, Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Computes one frame, row by row from the top. */
    static byte[] pixels(int t) {
        SplittableRandom random = new SplittableRandom(SEED + 7919L * t);
        double turn = 2 * StrictMath.PI * t / FRAMES;
        double centreX = WIDTH / 2.0 + 130 * StrictMath.cos(2 * turn);
        double centreY = HEIGHT / 2.0 + 80 * StrictMath.sin(3 * turn);
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double value = background(x, y, turn) + ring(x - centreX, y - centreY) + noise(random);
                pixels[y * WIDTH + x] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
        pixels[FLICKER_Y * WIDTH + FLICKER_X] = (byte) (t / 3 % 2 == 0 ? 255 : 0);
        return pixels;
    }

    private static double background(int x, int y, double turn) {
        double along = (double) x / WIDTH + 0.5 * y / HEIGHT;
        return 50 + 20 * along + 12 * StrictMath.sin(turn);
    }

    /** Falls off as a bell curve on both sides of the radius; nothing where it couldn't be seen. */
    private static double ring(double dx, double dy) {
        double off = (Math.sqrt(dx * dx + dy * dy) - RADIUS) / THICKNESS;
        return Math.abs(off) > 4 ? 0 : 140 * StrictMath.exp(-off * off / 2);
    }

    /** Adds up four dice: close to a normal distribution of standard deviation 5. */
    private static double noise(SplittableRandom random) {
        long bits = random.nextLong();
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += (int) (bits >>> 16 * i) & 0xffff;
        }
        return (sum - 2 * 65535) / 65535.0 * 5 / 0.5774;
    }
}
