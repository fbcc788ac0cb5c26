package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Parameters;

/** Compares with the float64 results that {@code golden.py} wrote to {@code golden.txt}, one line a case. */
class GoldenTest {

    private static final Map<String, Operation<?>> OPERATIONS = Map.of(
            "gaussian-blur", new GaussianBlur(),
            "box-blur", new BoxBlur(),
            "median-blur", new MedianBlur(),
            "difference-of-gaussians", new DifferenceOfGaussians(),
            "unsharp", new Unsharp(),
            "sobel", new Sobel(),
            "laplace", new Laplace(),
            "morphology", new Morphology(),
            "resize", new Resize(),
            "rotate", new Rotate());

    /** Relative to the largest value of the input; halves of integers may be rounded either way within it. */
    private static final double F32_TOLERANCE = 1e-5;

    private static final Set<String> EXACT = Set.of("box-blur", "median-blur", "morphology", "laplace");

    @TestFactory
    Stream<DynamicTest> agreesWithNumpy() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenTest.class.getResourceAsStream("golden.txt")),
                StandardCharsets.US_ASCII))) {
            return lines.lines().toList().stream().map(line -> {
                String[] fields = line.split("\\|");
                String name = String.join(" ", Arrays.asList(fields).subList(0, 6));
                return DynamicTest.dynamicTest(name, () -> check(fields));
            });
        }
    }

    private static void check(String[] fields) throws IOException {
        PixelType type = PixelType.valueOf(fields[2]);
        int height = Integer.parseInt(fields[3]);
        int width = Integer.parseInt(fields[4]);
        int channels = Integer.parseInt(fields[5]);
        Stack input = pattern(type, height, width, channels);
        double[] expected =
                Stream.of(fields[6].split(",")).mapToDouble(Double::parseDouble).toArray();
        int every = height * width > 1000 ? 13 : 1;
        Operation<?> operation = Objects.requireNonNull(OPERATIONS.get(fields[0]));
        try (Stack result = applied(operation, List.of(fields[1].split(",")), input)) {
            boolean exact = type != PixelType.F32 && EXACT.contains(fields[0]) && result.type() != PixelType.F32;
            double tolerance = exact ? 0 : F32_TOLERANCE * largest(type);
            compare(expected, Stacks.values(result, 0), every, result.type(), tolerance);
        }
    }

    private static <P extends Record> Stack applied(Operation<P> operation, List<String> parameters, Stack input) {
        return operation.apply(input, Parameters.fromText(operation.defaults(), parameters, ""));
    }

    private static void compare(double[] expected, double[] found, int every, PixelType type, double tolerance) {
        assertEquals(expected.length, (found.length + every - 1) / every);
        for (int i = 0; i < expected.length; i++) {
            double lowest = stored(expected[i] - tolerance, type);
            double highest = stored(expected[i] + tolerance, type);
            int at = i;
            assertTrue(
                    lowest <= found[i * every] && found[i * every] <= highest,
                    () -> "sample " + at * every + ": expected " + expected[at] + ", found " + found[at * every]);
        }
    }

    private static double largest(PixelType type) {
        return switch (type) {
            case U8 -> 255;
            case U16 -> 65_520;
            case F32 -> 2095;
        };
    }

    /** Rounds as the type does: integers half up, and saturated. */
    private static double stored(double value, PixelType type) {
        return switch (type) {
            case U8 -> Math.clamp(Math.floor(value + 0.5), 0, 255);
            case U16 -> Math.clamp(Math.floor(value + 0.5), 0, 65_535);
            case F32 -> value;
        };
    }

    /** Makes what {@code pattern} of the script makes. */
    private static Stack pattern(PixelType type, int height, int width, int channels) {
        double[] values = new double[height * width * channels];
        for (long i = 0; i < values.length; i++) {
            long x = (i * i * 31 + i * 1009 + 7) % 65_521;
            values[(int) i] = switch (type) {
                case U8 -> x % 256;
                case U16 -> x;
                case F32 -> x / 16.0 - 2000;
            };
        }
        return Stacks.of(type, new Shape(1, height, width, channels), values);
    }
}
