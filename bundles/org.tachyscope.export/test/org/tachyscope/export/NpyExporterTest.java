package org.tachyscope.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.export.Contents.numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Table;

class NpyExporterTest {

    private static final NpyExporter EXPORTER = new NpyExporter();

    private final Path folder;

    NpyExporterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesStacksAsNumpyDoes() throws IOException {
        assertAsNumpy("u8-stack.npy", Contents.stack(new Shape(2, 3, 4, 1), PixelType.U8, i -> 10 * i));
        assertAsNumpy("u16-colour-stack.npy", Contents.stack(new Shape(2, 2, 2, 3), PixelType.U16, i -> 2500 * i));
    }

    @Test
    void writesFramesAsNumpyDoes() throws IOException {
        assertAsNumpy("f32-frame.npy", Contents.frame(4, 6, 1, PixelType.F32, i -> 0.5 * i - 3));
        assertAsNumpy("u8-colour-frame.npy", Contents.frame(4, 2, 3, PixelType.U8, i -> 10 * i));
    }

    @Test
    void writesCurvesAndTablesOfNumbersAsNumpyDoes() throws IOException {
        Column.Numbers time = numbers("time", "s", 0, 0.5, 1);
        Column.Numbers mean = numbers("mean", "", 3, Double.NaN, 0.1);
        Column.Numbers max = numbers("max", "", -1e9, Double.POSITIVE_INFINITY, -0.0);
        assertAsNumpy("curve.npy", new Curve(time, List.of(mean, max)));
        assertAsNumpy("curve.npy", new Table(List.of(time, mean, max)));
    }

    private void assertAsNumpy(String fixture, Content content) throws IOException {
        byte[] expected;
        try (var in = NpyExporterTest.class.getResourceAsStream("fixtures/" + fixture)) {
            expected = in.readAllBytes();
        }
        Path file = Contents.write(EXPORTER, content, folder.resolve("out.npy"));
        assertArrayEquals(expected, Files.readAllBytes(file), fixture);
    }

    @Test
    void headerEndsAtAMultipleOf64WhateverTheShape() {
        for (long frames = 1; frames > 0; frames *= 10) {
            var header = NpyHeader.of("<f4", frames, 1024, 768, 3);
            assertEquals(0, header.remaining() % 64, "frames " + frames);
            assertEquals('\n', header.get(header.limit() - 1));
            if (frames > Long.MAX_VALUE / 10) {
                break;
            }
        }
    }

    @Test
    void writesCurvesLongerThanItsBuffer() throws IOException {
        double[] x = new double[10_000];
        x[9_999] = 7;
        Path file = Contents.write(EXPORTER, new Curve(numbers("t", "", x), List.of()), folder.resolve("out.npy"));
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(128 + 80_000, bytes.length);
        assertEquals(0x1c, bytes[bytes.length - 2]); // 7.0 is 0x401c000000000000
    }

    @Test
    void replacesALongerFile() throws IOException {
        Path file = Files.write(folder.resolve("out.npy"), new byte[10_000]);
        Contents.write(EXPORTER, Contents.frame(1, 1, 1, PixelType.U8, i -> 1), file);
        assertEquals(129, Files.size(file));
    }

    @Test
    void refusesTablesWithTexts() {
        Table table = new Table(List.of(new Column.Texts("file", "", List.of("a"))));
        assertFalse(EXPORTER.accepts(table));
        var e = assertThrows(
                IllegalArgumentException.class, () -> Contents.write(EXPORTER, table, folder.resolve("out.npy")));
        assertEquals(
                "npy holds stacks, frames, curves and tables of numbers, not a table of 1 columns", e.getMessage());
    }

    @Test
    void stopsInTheMiddleWhenCancelled() throws IOException {
        var stack = Contents.stack(new Shape(100, 8, 8, 1), PixelType.U8, i -> 0);
        Path file = folder.resolve("out.npy");
        var job = new Exporter.Job<>(stack, Metadata.named("a"), file, new NpyExporter.Params());
        assertThrows(CancellationException.class, () -> EXPORTER.write(job, Contents.cancelAfter(30)));
        assertEquals(128 + 30 * 64, Files.size(file));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() {
        Frame frame = Contents.frame(64, 64, 1, PixelType.U8, i -> 0);
        var e = assertThrows(IOException.class, () -> Contents.write(EXPORTER, frame, Path.of("/dev/full")));
        assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
    }
}
