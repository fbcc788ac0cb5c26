package org.tachyscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.export.Contents.numbers;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Table;

class PlotExporterTest {

    private static final PlotExporter EXPORTER = new PlotExporter();
    private static final int BLUE = 0x0072b2;
    private static final int VERMILION = 0xd55e00;
    private static final int PRINT = 0x9a3b00;

    private final Path file;

    PlotExporterTest(@TempDir Path folder) {
        this.file = folder.resolve("a.png");
    }

    private static Column.Numbers column(int points, IntToDoubleFunction value) {
        return numbers(
                "y", "counts", IntStream.range(0, points).mapToDouble(value).toArray());
    }

    private BufferedImage draw(int points, IntToDoubleFunction y) throws IOException {
        return draw(new Curve(column(points, i -> i), List.of(column(points, y))), Metadata.named("made"));
    }

    private BufferedImage draw(Curve curve, Metadata metadata) throws IOException {
        return Png.read(Contents.write(EXPORTER, curve, metadata, file, EXPORTER.defaults()));
    }

    /** Counts the pixels of exactly this colour in some columns of the picture. */
    private static long count(BufferedImage image, int rgb, int fromX, int toX) {
        return IntStream.range(fromX, toX)
                .mapToLong(x -> IntStream.range(0, image.getHeight())
                        .filter(y -> (image.getRGB(x, y) & 0xffffff) == rgb)
                        .count())
                .sum();
    }

    /** Returns the mean row of the pixels of this colour in 30 columns. */
    private static double row(BufferedImage image, int rgb, int x) {
        return IntStream.range(0, image.getHeight() * 30)
                .filter(i -> (image.getRGB(x + i % 30, i / 30) & 0xffffff) == rgb)
                .mapToDouble(i -> i / 30)
                .average()
                .orElseThrow();
    }

    @Test
    void drawsALineThatRisesWithTheValues() throws IOException {
        BufferedImage image = draw(500, i -> i);
        assertEquals(1200, image.getWidth());
        assertEquals(600, image.getHeight());
        assertTrue(row(image, BLUE, 300) > row(image, BLUE, 600) + 50);
        assertTrue(row(image, BLUE, 600) > row(image, BLUE, 1000) + 50);
    }

    @Test
    void drawsEveryQuantityInItsOwnColour() throws IOException {
        Curve curve = new Curve(column(200, i -> i), List.of(column(200, i -> i), column(200, i -> -i)));
        BufferedImage image = draw(curve, Metadata.named("made"));
        assertTrue(count(image, BLUE, 0, 1200) > 500);
        assertTrue(count(image, VERMILION, 0, 1200) > 500);
    }

    @Test
    void leavesAGapWhereThereIsNoNumber() throws IOException {
        BufferedImage image = draw(1000, i -> i >= 400 && i < 600 ? Double.NaN : i % 7);
        assertTrue(count(image, BLUE, 300, 400) > 100);
        assertEquals(0, count(image, BLUE, 570, 680));
        assertTrue(count(image, PRINT, 0, 600) > 50, "says so below the chart");
    }

    @Test
    void drawsASpikeAmongManyPoints() throws IOException {
        BufferedImage image = draw(1_000_000, i -> i == 500_000 ? 1 : 0);
        long rows = IntStream.range(100, 500)
                .filter(y -> count(image.getSubimage(0, y, 1200, 1), BLUE, 500, 760) > 0)
                .count();
        assertEquals(400, rows);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e300, -1e300, 1e-300, 1e16, Double.NaN, Double.NEGATIVE_INFINITY, Double.MAX_VALUE})
    void drawsAnyValues(double value) throws IOException {
        draw(1, _ -> value);
        draw(7, i -> i % 2 == 0 ? value : 0);
        draw(new Curve(column(3, _ -> value), List.of(column(3, i -> i))), Metadata.named("made"));
    }

    @Test
    void drawsQuantitiesOfTheSameName() throws IOException {
        Column.Numbers one = numbers("mean", "", 1, 2);
        BufferedImage image = draw(new Curve(one, List.of(one, one, numbers("", "", 3, 4))), Metadata.named("made"));
        assertTrue(count(image, BLUE, 0, 1200) > 0);
    }

    @Test
    void carriesNameAndLosses() throws IOException {
        Metadata metadata = Metadata.named("Messung µ").withLoss(new Loss(Loss.Kind.PARTIAL, 12, "cancelled"));
        BufferedImage image = draw(new Curve(column(9, i -> i), List.of(column(9, i -> i))), metadata);
        assertTrue(count(image, PRINT, 0, 600) > 50);
        assertEquals(List.of("Messung µ"), Png.texts(file, "Title"));
        assertEquals(List.of("PARTIAL 12: cancelled"), Png.texts(file, "tachyscope:loss"));
    }

    @Test
    void hasTheSizeThatWasAskedFor() throws IOException {
        Curve curve = new Curve(column(9, i -> i), List.of(column(9, i -> i)));
        for (int[] size : new int[][] {{300, 200}, {2400, 1200}, {1000, 3000}}) {
            var params = new PlotExporter.Params("title", size[0], size[1]);
            BufferedImage image = Png.read(Contents.write(EXPORTER, curve, Metadata.named("a"), file, params));
            assertEquals(size[0], image.getWidth());
            assertEquals(size[1], image.getHeight());
            assertTrue(count(image, BLUE, 0, size[0]) > 100);
        }
    }

    @Test
    void refusesWhatHasNoPoints() {
        assertFalse(EXPORTER.accepts(new Curve(numbers("x", ""), List.of(numbers("y", "")))));
        assertFalse(EXPORTER.accepts(new Curve(numbers("x", "", 1), List.of())));
        assertFalse(EXPORTER.accepts(new Table(List.of(numbers("x", "", 1)))));
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> Contents.write(EXPORTER, Contents.frame(2, 3, 1, PixelType.U8, i -> i), file));
        assertEquals("plot holds curves with points, not a U8 frame of 2 × 3 × 1", e.getMessage());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() {
        Curve curve = new Curve(column(9, i -> i), List.of(column(9, i -> i)));
        var e = assertThrows(IOException.class, () -> Contents.write(EXPORTER, curve, Path.of("/dev/full")));
        assertTrue(String.valueOf(e.getMessage()).contains("No space left on device"), e.toString());
    }
}
