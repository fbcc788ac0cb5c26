package org.tachyscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;

class PngExporterTest {

    private static final PngExporter EXPORTER = new PngExporter();

    private final Path file;

    PngExporterTest(@TempDir Path folder) {
        this.file = folder.resolve("größer als.png");
    }

    private Path write(Frame frame) throws IOException {
        return Contents.write(EXPORTER, frame, file);
    }

    private Path write(Frame frame, Levels levels, ColorMap map) throws IOException {
        return Contents.write(EXPORTER, frame, Metadata.named("made"), file, new PngExporter.Params(levels, map));
    }

    private static Frame floats(float... values) {
        return Contents.frame(1, values.length, 1, PixelType.F32, i -> values[(int) i]);
    }

    @Test
    void keepsU8AsItIs() throws IOException {
        write(Contents.frame(16, 16, 1, PixelType.U8, i -> i));
        assertArrayEquals(IntStream.range(0, 256).toArray(), Png.samples(file));
        assertEquals(8, Png.bits(file));
        assertEquals(List.of("values as they are"), Png.texts(file, "tachyscope:levels"));
    }

    @Test
    void keepsColoursInTheirOrder() throws IOException {
        write(Contents.frame(3, 5, 3, PixelType.U8, i -> i));
        assertArrayEquals(IntStream.range(0, 45).toArray(), Png.samples(file));
        assertEquals(0x030405, Png.read(file).getRGB(1, 0) & 0xffffff);
    }

    @Test
    void keepsOpacity() throws IOException {
        write(Contents.frame(3, 5, 4, PixelType.U8, i -> 4 * i));
        assertArrayEquals(IntStream.range(0, 60).map(i -> 4 * i).toArray(), Png.samples(file));
        assertTrue(Png.read(file).getColorModel().hasAlpha());
    }

    @Test
    void keepsSixteenBitsWhenAsked() throws IOException {
        for (int channels : new int[] {1, 3, 4}) {
            write(Contents.frame(7, 3, channels, PixelType.U16, i -> 65_535 - 700 * i), Levels.KEEP, ColorMap.GRAY);
            int[] expected =
                    IntStream.range(0, 21 * channels).map(i -> 65_535 - 700 * i).toArray();
            assertArrayEquals(expected, Png.samples(file));
            assertEquals(16, Png.bits(file));
        }
    }

    @Test
    void stretchesFloatsFromTheSmallestToTheLargest() throws IOException {
        write(floats(-1, 0, 1, 3), Levels.FULL, ColorMap.GRAY);
        assertArrayEquals(new int[] {0, 64, 128, 255}, Png.samples(file)); // 63.75 and 127.5, to even
        assertEquals(
                List.of("-1.0 becomes black, 3.0 white, linearly in 8 bits (smallest and largest finite sample)"),
                Png.texts(file, "tachyscope:levels"));
    }

    @Test
    void clipsRareOutliersForLooking() throws IOException {
        // 2000 samples: 0 … 1997, then one far below and one far above; ranks 2 and 1998 are 0 and 1996.
        write(Contents.frame(40, 50, 1, PixelType.F32, i -> i == 1998 ? -1e9 : i == 1999 ? 1e9 : i));
        int[] samples = Png.samples(file);
        assertEquals(0, samples[0]);
        assertEquals(128, samples[998]); // 998 / 1996 × 255 = 127.5, to even
        assertEquals(255, samples[1996]);
        assertEquals(255, samples[1997]);
        assertEquals(0, samples[1998]);
        assertEquals(255, samples[1999]);
    }

    @Test
    void showsAFewBrightPixelsOnAnEvenGround() throws IOException {
        write(Contents.frame(100, 100, 1, PixelType.F32, i -> i == 5000 ? 10 : 2));
        assertEquals(0, Png.samples(file)[0]);
        assertEquals(255, Png.samples(file)[5000]);
    }

    @Test
    void stretchesU16ForLooking() throws IOException {
        write(Contents.frame(1, 3, 1, PixelType.U16, i -> 1000 + 100 * i));
        assertArrayEquals(new int[] {0, 128, 255}, Png.samples(file));
        assertEquals(8, Png.bits(file));
    }

    @Test
    void showsAnEvenFrameInBlack() throws IOException {
        write(floats(7, 7, 7));
        assertArrayEquals(new int[] {0, 0, 0}, Png.samples(file));
    }

    @Test
    void showsNaNInMagentaAndInfinityAtTheEnds() throws IOException {
        write(floats(Float.NEGATIVE_INFINITY, 0, Float.NaN, 2, Float.POSITIVE_INFINITY), Levels.FULL, ColorMap.GRAY);
        assertEquals(
                List.of(0x000000, 0x000000, 0xff00ff, 0xffffff, 0xffffff),
                IntStream.range(0, 5).mapToObj(this::rgb).toList());
        assertEquals(List.of("1 pixels are not a number and shown in magenta"), Png.texts(file, "tachyscope:nan"));
    }

    private int rgb(int x) {
        try {
            return Png.read(file).getRGB(x, 0) & 0xffffff;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsAFrameOfNothingButNaN() throws IOException {
        write(floats(Float.NaN, Float.NaN));
        assertEquals(0xff00ff, rgb(0));
        assertEquals(0xff00ff, rgb(1));
    }

    @Test
    void showsAColourPixelWithANaNInMagenta() throws IOException {
        float[] values = {0, 1, 2, 0, Float.NaN, 2};
        write(Contents.frame(1, 2, 3, PixelType.F32, i -> values[(int) i]), Levels.FULL, ColorMap.GRAY);
        assertEquals(0x0080ff, rgb(0));
        assertEquals(0xff00ff, rgb(1));
    }

    @Test
    void leavesOutTheFourthChannelOfStretchedFrames() throws IOException {
        float[] values = {0, 1, 2, 99, 2, 1, 0, 99};
        write(Contents.frame(1, 2, 4, PixelType.F32, i -> values[(int) i]), Levels.FULL, ColorMap.GRAY);
        assertArrayEquals(new int[] {0, 3, 5, 5, 3, 0}, Png.samples(file)); // 255 / 99 = 2.58, 510 / 99 = 5.15
        assertEquals(List.of("the first 3 of 4 are shown"), Png.texts(file, "tachyscope:channels"));
    }

    @Test
    void colours() throws IOException {
        write(floats(0, 1), Levels.FULL, ColorMap.VIRIDIS);
        assertEquals(0x440154, rgb(0)); // the ends of matplotlib's viridis
        assertEquals(0xfde725, rgb(1));
        write(floats(0, 1), Levels.FULL, ColorMap.INFERNO);
        assertEquals(0x000004, rgb(0)); // and inferno
        assertEquals(0xfcffa4, rgb(1));
    }

    @Test
    void coloursU8OverItsWholeRange() throws IOException {
        write(Contents.frame(1, 3, 1, PixelType.U8, i -> i == 2 ? 255 : i), Levels.AUTO, ColorMap.VIRIDIS);
        assertEquals(0x440154, rgb(0));
        assertEquals(0xfde725, rgb(2));
    }

    @Test
    void refusesToColourColours() {
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> write(Contents.frame(1, 1, 3, PixelType.U8, i -> i), Levels.FULL, ColorMap.VIRIDIS));
        assertEquals(
                "map VIRIDIS colours gray frames with stretched levels, got 3 channels and levels FULL",
                e.getMessage());
    }

    @Test
    void refusesToKeepFloats() {
        var e = assertThrows(IllegalArgumentException.class, () -> write(floats(1), Levels.KEEP, ColorMap.GRAY));
        assertEquals("PNG holds U8 and U16 as they are, not F32", e.getMessage());
    }

    @Test
    void refusesTwoChannels() {
        assertFalse(EXPORTER.accepts(Contents.frame(1, 1, 2, PixelType.U8, i -> i)));
    }

    @Test
    void carriesNameLossesAndProperties() throws IOException {
        Metadata metadata = Metadata.named("Meßreihe µ.npy")
                .withLoss(new Loss(Loss.Kind.SKIPPED, 2, "a.png and b.png can't be read"))
                .withCalibration(new Calibration(0.5, 0.5, "µm", "counts"))
                .withProperty("camera", "Wollaston 3");
        Frame frame = Contents.frame(1, 1, 1, PixelType.U8, i -> i);
        Contents.write(EXPORTER, frame, metadata, file, EXPORTER.defaults());
        assertEquals(List.of("Meßreihe µ.npy"), Png.texts(file, "Title"));
        assertEquals(List.of("SKIPPED 2: a.png and b.png can't be read"), Png.texts(file, "tachyscope:loss"));
        assertEquals(List.of("0.5 × 0.5 µm"), Png.texts(file, "tachyscope:pixel"));
        assertEquals(List.of("camera=Wollaston 3"), Png.texts(file, "tachyscope:property"));
    }

    @Test
    void replacesALongerFile() throws IOException {
        Files.write(file, new byte[100_000]);
        write(Contents.frame(1, 1, 1, PixelType.U8, i -> i));
        assertTrue(Files.size(file) < 1000, "size " + Files.size(file));
    }

    @Test
    void stopsInTheMiddleWhenCancelled() {
        Frame frame = Contents.frame(1000, 1000, 1, PixelType.U8, i -> i * i * 7919 >> 5);
        var job = new Exporter.Job<>(frame, Metadata.named("a"), file, EXPORTER.defaults());
        assertThrows(CancellationException.class, () -> EXPORTER.write(job, Contents.cancelAfter(40)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() {
        Frame frame = Contents.frame(640, 640, 1, PixelType.U8, i -> i * i * 7919 >> 5);
        var e = assertThrows(IOException.class, () -> Contents.write(EXPORTER, frame, Path.of("/dev/full")));
        assertTrue(String.valueOf(e.getMessage()).contains("No space left on device"), e.toString());
    }

    @Test
    void writesOddSizes() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {1, 7}, {7, 1}, {33, 65}, {257, 129}}) {
            BufferedImage image = Png.read(write(Contents.frame(size[0], size[1], 1, PixelType.F32, i -> i)));
            assertEquals(size[0], image.getHeight());
            assertEquals(size[1], image.getWidth());
        }
    }
}
