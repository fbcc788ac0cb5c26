package org.tachyscope.app.internal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;

/** Measures how fast folders of images are decoded: the frames of the demonstration, in some file formats. */
final class DecodeBench {

    private static final List<String> FORMATS = List.of("png", "jpg", "tif", "bmp");
    private static final int FRAMES = 100;
    private static final int RUNS = 3;

    private final Catalog catalog;

    DecodeBench(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns decoded bytes a second by file name extension; formats that no loader opens are left out. */
    Map<String, Double> rates(Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("tachyscope-bench");
        try {
            Map<String, Double> rates = new TreeMap<>();
            for (String format : FORMATS) {
                progress.step("decoding ." + format);
                Path frames = Files.createDirectory(folder.resolve(format));
                for (int t = 0; t < FRAMES; t++) {
                    progress.checkCancelled();
                    write(frames.resolve("frame_%03d.%s".formatted(t, format)), format, t);
                }
                rates.put(format, rate(frames, progress));
            }
            return rates;
        } finally {
            delete(folder);
        }
    }

    private static void write(Path file, String format, int t) throws IOException {
        BufferedImage image = new BufferedImage(DemoData.WIDTH, DemoData.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, DemoData.WIDTH, DemoData.HEIGHT, DemoData.pixels(t));
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException(file + ": this Java writes no ." + format + " files");
        }
    }

    private double rate(Path frames, Progress progress) throws IOException {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Sources.Planned planned = new Sources(catalog).plan(Sources.Request.of(frames), progress);
            try (Stack stack = planned.plan().open(progress)) {
                long bytes = Size.of(stack.shape(), stack.type());
                best = Math.max(best, bytes / ((System.nanoTime() - start) / 1e9));
            }
        }
        return best;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
