package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Bare samples that a JSON file describes. */
class RawTest {

    private final RawLoader loader = new RawLoader();
    private final Path folder;
    private final Path file;
    private final Path sidecar;

    RawTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("x.raw");
        this.sidecar = folder.resolve("x.raw.json");
    }

    private Plan plan(String json, int... bytes) throws IOException {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        Files.write(file, all);
        Files.writeString(sidecar, json);
        return loader.plan(file, loader.defaults(), Progress.none());
    }

    private static double[] samples(Plan plan) throws IOException {
        try (Stack stack = plan.open(Progress.none())) {
            return Npy.samples(stack);
        }
    }

    @Test
    void littleEndianIsMapped() throws IOException {
        Plan plan = plan(
                "{\"width\": 2, \"height\": 1, \"type\": \"uint16\", \"headerBytes\": 3}",
                9,
                9,
                9,
                1,
                0,
                2,
                1,
                3,
                0,
                4,
                0);
        assertEquals(Plan.Access.MAPPED, plan.cost().access());
        assertEquals(new Shape(2, 1, 2, 1), plan.shape());
        assertArrayEquals(new double[] {1, 258, 3, 4}, samples(plan));
        assertEquals(List.of(sidecar), plan.besides());
    }

    @Test
    void bigEndianIsSwapped() throws IOException {
        Plan plan = plan("{\"width\": 2, \"height\": 1, \"type\": \"u2\", \"endianness\": \"big\"}", 0, 1, 1, 2);
        assertArrayEquals(new double[] {1, 258}, samples(plan));
    }

    @Test
    void channelsAndFramesAreAsSaid() throws IOException {
        Plan plan = plan(
                "{\"width\": 1, \"height\": 1, \"channels\": 3, \"frames\": 1, \"type\": \"uint8\"}", 1, 2, 3, 4, 5, 6);
        assertEquals(new Shape(1, 1, 1, 3), plan.shape());
        assertEquals(
                "3 bytes behind the pixels are ignored, as numpy does",
                plan.notes().getLast());
    }

    @Test
    void aDescriptionMakesItOurs() throws IOException {
        Files.write(file, new byte[4]);
        assertEquals(Loader.NO, loader.score(Probe.of(file)));
        Files.writeString(folder.resolve("x.json"), "{}");
        assertTrue(loader.score(Probe.of(file)) > Loader.MAYBE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | : \"width\" is missing",
                "[1] | : not a JSON object",
                "`` | : not a JSON object",
                "{\"width\": | : not a JSON object",
                "{\"width\": 2, \"height\": -1, \"type\": \"u1\"} | : \"height\" must be a whole number of at least 1, got -1",
                "{\"width\": 1e999999999, \"height\": 1, \"type\": \"u1\"} | : \"width\" must be a whole number of at least 1,"
                        + " got 1e999999999",
                "{\"width\": 2.5, \"height\": 1, \"type\": \"u1\"} | : \"width\" must be a whole number of at least 1, got 2.5",
                "{\"width\": 2, \"height\": 1, \"type\": \"u3\"} | : \"type\" must be one of bool, complex128, complex64,"
                        + " float16, float32, float64, int16, int32, int64, int8, uint16, uint32, uint64, uint8, got \"u3\"",
                "{\"width\": 2, \"height\": 1, \"type\": 7} | : \"type\" must be a text, got 7",
                "{\"width\": 2, \"hight\": 1} | : unknown field \"hight\"; known: channels, endianness, frames,"
                        + " headerBytes, height, type, width",
                "{\"wi\\ndth\": 2} | : unknown field \"wi\\ndth\"; known: channels, endianness, frames, headerBytes, height,"
                        + " type, width",
                "{\"width\": 2, \"height\": 1, \"type\": u1} | : not a JSON object",
                "{\"width\": 2, \"height\": 1, \"type\": \"u1\", \"endianness\": \"middle\"} | : \"endianness\" must be little"
                        + " or big, got \"middle\"",
            })
    void wrongDescriptionsAreRefused(String json, String sentence) {
        IOException e = assertThrows(IOException.class, () -> plan(json, 1, 2, 3, 4));
        assertEquals(sidecar + sentence, e.getMessage());
    }

    @Test
    void fileThatIsTooShortIsRefused() {
        IOException e = assertThrows(
                IOException.class,
                () -> plan(
                        "{\"width\": 2, \"height\": 3, \"type\": \"u2\", \"headerBytes\": 1, \"frames\": 2}", 1, 2, 3));
        assertEquals(
                file + ": x.raw.json says 2 × 3 × 2 <u2 = 24 bytes behind 1, the file has only 2: truncated?",
                e.getMessage());
    }

    @Test
    void sizesThatOverflowAreRefused() {
        IOException e = assertThrows(
                IOException.class,
                () -> plan("{\"width\": 999999999999, \"height\": 999999999999, \"type\": \"c16\"}", 1, 2, 3));
        assertTrue(e.getMessage().endsWith("the file has only 3: truncated?"), e.getMessage());
    }

    @Test
    void descriptionThatChangesAfterThePlanIsRefused() throws IOException {
        Plan plan = plan("{\"width\": 2, \"height\": 1, \"type\": \"u1\"}", 1, 2, 3, 4);
        Files.writeString(sidecar, "{\"width\": 1, \"height\": 2, \"type\": \"u1\"}");
        IOException e = assertThrows(IOException.class, () -> plan.open(Progress.none()));
        assertEquals(file + ": the file has changed since it was looked at; open it again", e.getMessage());
    }

    @Test
    void survivesRandomChanges() throws IOException {
        byte[] valid = "{\"width\": 2, \"height\": 1, \"type\": \"u2\", \"endianness\": \"big\", \"headerBytes\": 0}"
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = valid.clone();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(32, 127);
            }
            String text = new String(changed, StandardCharsets.UTF_8);
            try {
                Sidecar.parse(sidecar, text).header(file, 1 << 20);
            } catch (IOException e) {
                assertFalse(e.getMessage().contains("\n"), text);
                assertTrue(e.getMessage().startsWith(folder.toString()), text + ": " + e.getMessage());
            } catch (RuntimeException | Error e) {
                throw new AssertionError(text, e);
            }
        }
    }
}
