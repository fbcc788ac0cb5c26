package org.tachyscope.ops.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/** Numbers worked out by hand. */
class ArithmeticTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Mean 2, 20; minimum 1, 10; frame 1 is 3, 30. */
    private static final Stack TWO = Bench.rows(PixelType.U8, 2, 1, 10, 3, 30);

    private static Stack subtract(Stack input, String reference, double amount) {
        return new Subtract(new Bench()).apply(input, new Subtract.Params(Reference.parse(reference), amount));
    }

    private static Stack divide(Stack input, String reference, double amount, ByZero zero) {
        return new Divide(new Bench()).apply(input, new Divide.Params(Reference.parse(reference), amount, zero));
    }

    @Test
    void subtractTakesAnAmountOfTheReference() throws IOException {
        assertArrayEquals(new double[] {-1, -10, 1, 10}, Bench.values(subtract(TWO, "mean", 1)));
        assertArrayEquals(new double[] {0, 0, 2, 20}, Bench.values(subtract(TWO, "mean", 0.5)));
        assertArrayEquals(new double[] {1, 10, 3, 30}, Bench.values(subtract(TWO, "mean", 0)));
        assertArrayEquals(new double[] {-2, -20, 0, 0}, Bench.values(subtract(TWO, "frame 1", 1)));
        assertArrayEquals(new double[] {0, 0, 2, 20}, Bench.values(subtract(TWO, "mean 0", 1)));
        assertArrayEquals(new double[] {0.5, 9.5, 2.5, 29.5}, Bench.values(subtract(TWO, "constant 0.5", 1)));
    }

    @Test
    void theMedianIsAReferenceToo() throws IOException {
        Stack three = Bench.rows(PixelType.U8, 1, 1, 10, 3);
        assertArrayEquals(new double[] {-2, 7, 0}, Bench.values(subtract(three, "median", 1)));
        assertArrayEquals(new double[] {-1, 8, 1}, Bench.values(subtract(three, "median 0..2 step 2", 1)));
    }

    @Test
    void divideBlendsTheReferenceWithOne() throws IOException {
        assertArrayEquals(new double[] {0.5, 0.5, 1.5, 1.5}, Bench.values(divide(TWO, "mean", 1, ByZero.ZERO)));
        assertArrayEquals(
                new double[] {(float) (1 / 1.5), (float) (10 / 10.5), 2, (float) (30 / 10.5)},
                Bench.values(divide(TWO, "mean", 0.5, ByZero.ZERO)));
        assertArrayEquals(new double[] {1, 10, 3, 30}, Bench.values(divide(TWO, "mean", 0, ByZero.ZERO)));
    }

    @Test
    void divisionByZeroIsZeroOrNanAndCounted() throws IOException {
        Stack input = Bench.rows(PixelType.F32, 5, 0, 2, NAN, INF, -4, 1, 2, 3, 4, 8);
        Stack zero = divide(input, "constant 0", 1, ByZero.ZERO);
        assertArrayEquals(new double[10], Bench.values(zero));
        assertEquals(List.of("divide by constant 0: 10 samples divided by 0, set to 0"), zero.remarks());
        Stack byFrame = divide(input, "frame 0", 1, ByZero.NAN);
        assertArrayEquals(new double[] {NAN, 1, NAN, NAN, 1, NAN, 1, NAN, 0, -2}, Bench.values(byFrame));
        assertEquals(List.of("divide by frame 0: 2 samples divided by 0, set to NaN"), byFrame.remarks());
    }

    @Test
    void bothReferencesAreTakenFromTheRawStack() throws IOException {
        Stack chain = divide(subtract(TWO, "min", 1), "max", 1, ByZero.ZERO);
        assertArrayEquals(new double[] {0, 0, (float) (2 / 3.0), (float) (20 / 30.0)}, Bench.values(chain));
        assertEquals(
                "subtract min, then divide by max", chain.origin().orElseThrow().step());
        Stack ofResult = divide(subtract(TWO, "min", 1), "result max", 1, ByZero.ZERO);
        assertArrayEquals(new double[] {0, 0, 1, 1}, Bench.values(ofResult));
    }

    @Test
    void aFileIsOneFrameOrOnePerFrame(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("dark.npy"));
        String name = "file " + file;
        Bench one = new Bench().with(file, Bench.rows(PixelType.F32, 2, 0.5, 1));
        Bench each = new Bench().with(file, Bench.rows(PixelType.U16, 2, 1, 2, 3, 400));
        Subtract.Params params = new Subtract.Params(Reference.parse(name), 1);
        assertArrayEquals(new double[] {0.5, 9, 2.5, 29}, Bench.values(new Subtract(one), params, TWO));
        assertArrayEquals(new double[] {0, 8, 0, -370}, Bench.values(new Subtract(each), params, TWO));
        Subtract.Params mean = new Subtract.Params(Reference.parse(name + " mean"), 1);
        assertArrayEquals(new double[] {-1, -191, 1, -171}, Bench.values(new Subtract(each), mean, TWO));
    }

    @Test
    void badReferencesAreRefusedInOneSentence(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("dark.npy"));
        assertRefused("frames 0..9 lie outside of numbers, which has 2", () -> subtract(TWO, "mean 0..9", 1));
        assertRefused("frames 2 lie outside of numbers, which has 2", () -> subtract(TWO, "frame 2", 1));
        assertRefused("no/such.npy does not exist", () -> subtract(TWO, "file no/such.npy", 1));
        assertRefused("the amount must lie in [0, 1], got 1.5", () -> subtract(TWO, "mean", 1.5));
        assertRefused("the amount must lie in [0, 1], got NaN", () -> divide(TWO, "mean", NAN, ByZero.ZERO));
        Stack wide = Bench.stack(PixelType.U8, new Shape(1, 1, 3, 2), 1, 2, 3, 4, 5, 6);
        assertUnprepared(file + ": has frames of 1 × 3 × 2, numbers has 1 × 2", file, wide);
        Stack three = Bench.rows(PixelType.U8, 2, 1, 2, 3, 4, 5, 6);
        assertUnprepared(
                file + ": has 3 frames; a reference needs 1, or 2 as numbers has, or \"file " + file + " mean\"",
                file,
                three);
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable apply) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, apply).getMessage());
    }

    private static void assertUnprepared(String message, Path file, Stack content) {
        Stack stack = new Divide(new Bench().with(file, content))
                .apply(TWO, new Divide.Params(Reference.parse("file " + file), 1, ByZero.ZERO));
        assertEquals(
                message,
                assertThrows(IOException.class, () -> stack.prepare(Progress.none()))
                        .getMessage());
    }

    @Test
    void aCancelledPreparationCanBeRepeated() throws IOException {
        Stack stack = subtract(TWO, "mean", 1);
        Progress cancelled = new Progress() {
            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> stack.prepare(cancelled));
        stack.prepare(Progress.none());
        assertArrayEquals(new double[] {-1, -10, 1, 10}, Bench.values(stack));
    }

    @Test
    void flatFieldKeepsTheMeanBrightness(@TempDir Path folder) throws IOException {
        Path flat = Files.createFile(folder.resolve("flat.npy"));
        Bench bench = new Bench().with(flat, Bench.rows(PixelType.U8, 4, 4, 6, 10, 1));
        FlatField.Params params =
                new FlatField.Params(Reference.parse("constant 1"), Reference.parse("file " + flat), ByZero.ZERO);
        Stack input = Bench.rows(PixelType.U8, 4, 4, 11, 19, 7);
        // flat − dark = 3 5 9 0, mean 4.25; gain 12/17 20/17 36/17 0; sample − dark = 3 10 18 6
        Stack corrected = new FlatField(bench).apply(input, params);
        assertArrayEquals(new double[] {4.25, 8.5, 8.5, 0}, Bench.values(corrected), 1e-6);
        assertEquals(1, corrected.remarks().size());
    }

    @Test
    void addMultiplyPowerAndLogarithm() throws IOException {
        Stack input = Bench.rows(PixelType.F32, 6, 4, 0.25, 0, -2, NAN, INF);
        assertArrayEquals(
                new double[] {5.5, 1.75, 1.5, -0.5, NAN, INF}, Bench.values(new Add(), new Add.Params(1.5), input));
        assertArrayEquals(
                new double[] {-8, -0.5, -0.0, 4, NAN, -INF},
                Bench.values(new Multiply(), new Multiply.Params(-2), input));
        assertArrayEquals(
                new double[] {2, 0.5, 0, NAN, NAN, INF}, Bench.values(new Power(), new Power.Params(0.5), input));
        assertArrayEquals(
                new double[] {16, 0.0625, 0, 4, NAN, INF}, Bench.values(new Power(), new Power.Params(2), input));
        Stack log = new Log().apply(input, new Log.Params(Log.Base.TWO));
        assertArrayEquals(new double[] {2, -2, NAN, NAN, NAN, INF}, Bench.values(log));
        assertEquals(List.of("binary logarithm: 2 samples of at most 0, set to NaN"), log.remarks());
        assertArrayEquals(
                new double[] {3, (float) Math.log10(2)},
                Bench.values(new Log(), new Log.Params(Log.Base.TEN), Bench.rows(PixelType.U16, 2, 1000, 2)));
        assertArrayEquals(new double[] {4, 0.25, 0, 2, NAN, INF}, Bench.values(new Abs(), new Abs.Params(), input));
    }

    @Test
    void aChainRunsAsOnePass() {
        Stack chain = subtract(TWO, "mean", 1);
        chain = divide(chain, "std", 1, ByZero.ZERO);
        chain = new Clamp().apply(chain, new Clamp.Params(-3, 3));
        chain = new Multiply().apply(chain, new Multiply.Params(10));
        chain = new Convert().apply(chain, new Convert.Params(PixelType.U8, Convert.Scaling.NONE, 0, 1));
        assertEquals(5, ((PixelChain) chain).steps().size());
        assertEquals(List.of(TWO), chain.origin().orElseThrow().inputs());
    }
}
