package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/** What becomes of numbers that aren't a stack's. */
class ValuesTest {

    private final Path folder;

    ValuesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path complex(String descr, ByteOrder order, double... numbers) throws IOException {
        boolean single = descr.endsWith("8");
        ByteBuffer out = ByteBuffer.allocate(numbers.length * (single ? 4 : 8)).order(order);
        for (double number : numbers) {
            if (single) {
                out.putFloat((float) number);
            } else {
                out.putDouble(number);
            }
        }
        return Npy.write(
                folder.resolve("complex.npy"),
                Npy.header(descr, false, "(1, " + numbers.length / 2 + ")"),
                out.array());
    }

    private static Plan plan(Path file, ComplexPart part, Values values, double scale, double offset)
            throws IOException {
        return new NpyLoader().plan(file, new NpyParams(Axes.AUTO, part, values, scale, offset), Progress.none());
    }

    private static double[] samples(Plan plan) throws IOException {
        assertEquals(PixelType.F32, plan.type());
        try (Stack stack = plan.open(Progress.none())) {
            return Npy.samples(stack);
        }
    }

    @Test
    void complexNumbersBecomeTheirMagnitude() throws IOException {
        for (String descr : List.of("<c8", "<c16")) {
            Path file = complex(descr, ByteOrder.LITTLE_ENDIAN, 3, 4, -5, 12, 0, -2, 0, 0);
            assertArrayEquals(new double[] {5, 13, 2, 0}, samples(Npy.plan(file)));
            assertEquals(
                    List.of(new Loss(
                            Loss.Kind.CONVERTED,
                            1,
                            descr + ": complex numbers become their magnitude as F32; their phase is left out")),
                    Npy.plan(file).losses());
        }
    }

    @Test
    void magnitudeDoesNotOverflow() throws IOException {
        Path file = complex("<c16", ByteOrder.LITTLE_ENDIAN, 3e200, 4e200, 3e30, 4e30);
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, (float) 5e30}, samples(Npy.plan(file)));
    }

    @Test
    void partsOfComplexNumbersAreAChoice() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            String descr = order == ByteOrder.BIG_ENDIAN ? ">c8" : "<c8";
            Path file = complex(descr, order, 3, 4, -1, 0, 0, -2);
            assertArrayEquals(new double[] {3, -1, 0}, samples(plan(file, ComplexPart.REAL, Values.KEEP, 1, 0)));
            assertArrayEquals(new double[] {4, 0, -2}, samples(plan(file, ComplexPart.IMAGINARY, Values.KEEP, 1, 0)));
            assertArrayEquals(
                    new double[] {0.92729522, Math.PI, -Math.PI / 2},
                    samples(plan(file, ComplexPart.PHASE, Values.KEEP, 1, 0)),
                    1e-6);
        }
    }

    private Path longs(long... numbers) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(numbers.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            out.putLong(number);
        }
        return Npy.write(
                folder.resolve("longs.npy"), Npy.header("<i8", false, "(" + numbers.length + ", 1, 1)"), out.array());
    }

    @Test
    void minToMaxBecomesZeroToOneWithoutRoundingFirst() throws IOException {
        // As F32 all of these would be 10^15.
        Path file = longs(1_000_000_000_000_000L, 1_000_000_000_000_001L, 1_000_000_000_000_004L);
        Plan plan = plan(file, ComplexPart.MAGNITUDE, Values.MIN_MAX, 1, 0);
        assertArrayEquals(new double[] {0, 0.25, 1}, samples(plan));
        assertEquals(24, plan.cost().readBytes());
        assertEquals(1, plan.losses().size());
    }

    @Test
    void oneValueBecomesZero() throws IOException {
        assertArrayEquals(new double[] {0, 0}, samples(plan(longs(7, 7), ComplexPart.MAGNITUDE, Values.MIN_MAX, 1, 0)));
    }

    @Test
    void scaleAndOffsetAreApplied() throws IOException {
        Path file =
                Npy.write(folder.resolve("a.npy"), Npy.header("|u1", false, "(1, 3)"), (byte) 0, (byte) 10, (byte) -1);
        Plan plan = plan(file, ComplexPart.MAGNITUDE, Values.SCALE, 0.5, -1);
        assertArrayEquals(new double[] {-1, 4, 126.5}, samples(plan));
        assertEquals(
                "|u1: values become F32: value × 0.5 + -1.0",
                plan.losses().getFirst().detail());
    }

    @Test
    void nanDoesNotHideTheExtremes() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        out.putFloat(Float.NaN).putFloat(2).putFloat(Float.POSITIVE_INFINITY).putFloat(6);
        Path file = Npy.write(folder.resolve("f.npy"), Npy.header("<f4", false, "(1, 4)"), out.array());
        double[] samples = samples(plan(file, ComplexPart.MAGNITUDE, Values.MIN_MAX, 1, 0));
        assertArrayEquals(new double[] {Double.NaN, 0, Double.POSITIVE_INFINITY, 1}, samples);
    }
}
