package org.tachyscope.ops.pixel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.Samples;
import org.tachyscope.core.run.Runner;
import org.tachyscope.ops.time.SlidingWindow;

/** A window that slides along time is a reference. Numbers are worked out by hand. */
class WindowReferenceTest {

    private static final Stack SERIES = Bench.rows(PixelType.U8, 1, 1, 2, 3, 4, 8);

    private static Stack subtract(Stack input, String reference, double amount) {
        return new Subtract(new Bench()).apply(input, new Subtract.Params(Reference.parse(reference), amount));
    }

    private static Stack divide(Stack input, String reference, double amount) {
        return new Divide(new Bench()).apply(input, new Divide.Params(Reference.parse(reference), amount, ByZero.ZERO));
    }

    private static void assertRefused(String message, Stack input, String reference) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> subtract(input, reference, 1))
                        .getMessage());
    }

    @Test
    void trailingMeansAreSubtractedShrunkAtTheBeginning() throws IOException {
        assertArrayEquals(new double[] {0, 0.5, 1, 1, 3}, Bench.values(subtract(SERIES, "window mean 3", 1)));
        assertArrayEquals(new double[] {0.5, 1.25, 2, 2.5, 5.5}, Bench.values(subtract(SERIES, "window mean 3", 0.5)));
    }

    @Test
    void divisorsAreBlendedWithOne() throws IOException {
        // maxima 2 2 3 4 8, half of them and a half: 1.5 1.5 2 2.5 4.5
        assertArrayEquals(
                new double[] {(float) (1 / 1.5), (float) (2 / 1.5), 1.5, (float) 1.6, (float) (8 / 4.5)},
                Bench.values(divide(SERIES, "window max 2 mirrored", 0.5)));
        assertArrayEquals(
                new double[] {
                    (float) (1 / 3.0), (float) (2 / 6.0), (float) (3 / 9.0), (float) (4 / 15.0), (float) (8 / 12.0)
                },
                Bench.values(divide(SERIES, "window sum 3 centred", 1)));
    }

    @Test
    void divisionByZeroIsZeroAndCounted() throws IOException {
        Stack quotients = divide(Bench.rows(PixelType.U16, 1, 0, 0, 2), "window mean 2", 1);
        assertArrayEquals(new double[] {0, 0, 2}, Bench.values(quotients));
        assertEquals(List.of("divide by window mean 2: 2 samples divided by 0, set to 0"), quotients.remarks());
    }

    @Test
    void framesBeforeTheLagAreTheirOwnReferenceAndMarked() throws IOException {
        Stack differences = subtract(SERIES, "window min 2 lag 2", 1);
        assertArrayEquals(new double[] {0, 0, 2, 3, 6}, Bench.values(differences));
        assertEquals(
                List.of(new Loss(
                        Loss.Kind.FILLED, 2, "frames 0 … 1 have no frame in their window and are passed through")),
                differences.metadata().losses());
        assertEquals(List.of(), subtract(SERIES, "window min 2", 1).metadata().losses());
    }

    @Test
    void windowOfAllFramesIsTheirMeanAtTheEnd() throws IOException {
        assertArrayEquals(
                new double[] {0, 0.5, 1, 1.5, (float) (8 - 3.6f)}, Bench.values(subtract(SERIES, "window mean 5", 1)));
    }

    @Test
    void windowIsOfTheRawStackUnlessOfTheResult() throws IOException {
        Stack shifted = subtract(SERIES, "constant 1", 1);
        assertArrayEquals(new double[] {-1, -1, -1, -1, -1}, Bench.values(subtract(shifted, "window max 2", 1)));
        assertArrayEquals(new double[] {0, 0, 0, 0, 0}, Bench.values(subtract(shifted, "result window max 2", 1)));
    }

    @Test
    void whatFitsNoWindowIsRefusedAtOnce() {
        Stack one = Bench.rows(PixelType.F32, 2, 1, 2);
        assertRefused("sliding window needs 2 ≤ window ≤ frames, got window 2 of 1 frames", one, "window mean 2");
        assertRefused("sliding window needs 2 ≤ window ≤ frames, got window 6 of 5 frames", SERIES, "window mean 6");
        assertRefused("sliding window needs 2 ≤ window ≤ frames, got window 1 of 5 frames", SERIES, "window mean 1");
        assertRefused("sliding window needs 0 ≤ lag < frames, got lag 5 of 5 frames", SERIES, "window mean 2 lag 5");
        assertRefused(
                "centred sliding window needs an odd window and no lag, got window 4 and lag 0",
                SERIES,
                "window mean 4 centred");
    }

    @Test
    void whereOneFrameIsNeededIsRefused() {
        FlatField.Params params =
                new FlatField.Params(new Reference.Constant(0), Reference.parse("window mean 2"), ByZero.ZERO);
        assertEquals(
                "\"window mean 2\" is a frame for each of the stack's, but one for all is needed; write mean 0..99",
                assertThrows(IllegalArgumentException.class, () -> new FlatField(new Bench()).apply(SERIES, params))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window mean 7",
                "window sum 7 lag 3 mirrored",
                "window min 9 centred",
                "window max 8 leading mirrored",
                "window std 40 lag 2 leading",
                "window median 5 mirrored"
            })
    void isTheSlidingWindowAsAStackOfItsOwn(String text, @TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("windows.npy"));
        SlidingWindow.Params window = ((Reference.Window) Reference.parse(text)).params();
        for (PixelType type : PixelType.values()) {
            Stack noise = Samples.noise(new Shape(40, 7, 331, 1), type);
            for (Stack input : List.of(noise, Samples.scattered(noise))) {
                Bench bench = new Bench().with(file, new SlidingWindow().apply(noise, window));
                Stack expected =
                        new Subtract(bench).apply(input, new Subtract.Params(Reference.parse("file " + file), 0.7));
                Stack found = subtract(input, text, 0.7);
                assertArrayEquals(Bench.values(expected), Bench.values(found), 0, type + " frame by frame");
                assertArrayEquals(filled(expected, 1), filled(found, 1), type + " part by part");
                assertArrayEquals(filled(expected, 1), filled(found, 3), type + " by three threads");
            }
        }
    }

    private static byte[] filled(Stack stack, int threads) throws IOException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment all = arena.allocate(stack.shape().samples() * Float.BYTES, 64);
            new Runner(threads).fill(stack, all, Progress.none());
            return all.toArray(JAVA_BYTE);
        }
    }
}
