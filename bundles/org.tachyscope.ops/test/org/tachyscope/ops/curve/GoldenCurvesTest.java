package org.tachyscope.ops.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.run.Runner;
import org.tachyscope.ops.Stacks;

/** Compares with what golden/make.py measured with numpy, in regions found by brute force in fractions. */
class GoldenCurvesTest {

    private static final Shape SHAPE = new Shape(3, 12, 16, 1);

    private static double noise(PixelType type, int t, int i, int j) {
        long noise = (t * 7919L + i * 104729L + j * 1299709L + 17) * 2654435761L & 0xffffffffL;
        return switch (type) {
            case U8 -> noise >>> 24;
            case U16 -> noise >>> 16;
            case F32 -> (noise >>> 8) / 4096.0 - 2048;
        };
    }

    private static Stack stack(PixelType type) {
        double[][] frames = new double[3][12 * 16];
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < 12 * 16; i++) {
                frames[t][i] = noise(type, t, i / 16, i % 16);
            }
        }
        return Stacks.of(type, SHAPE, frames);
    }

    private static List<String> lines() throws IOException {
        return lines("golden/golden.txt");
    }

    private static List<String> lines(String name) throws IOException {
        var file = Objects.requireNonNull(GoldenCurvesTest.class.getResourceAsStream(name));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @Test
    void regionsMeasureWhatNumpyDoes() throws IOException {
        assertEquals(144, lines().size());
        for (String line : lines()) {
            String[] parts = line.split("\\|");
            PixelType type = PixelType.valueOf(parts[0]);
            var params = new RoiCurve.Params(
                    List.of(Roi.parse(parts[1])), List.of(Statistic.parse(parts[2])), NanRule.PROPAGATE);
            Curve curve = (Curve) Stacks.reduce(new RoiCurve(), params, stack(type));
            assertEquals(parts[2] + " of " + parts[1], curve.y().getFirst().label());
            for (int t = 0; t < 3; t++) {
                double expected = Double.parseDouble(parts[3 + t]);
                double got = curve.y().getFirst().get(t);
                assertEquals(expected, got, tolerance(type, parts[1], parts[2]) * Math.abs(expected), line);
            }
        }
    }

    /** Means, extremes and percentiles of areas of integers are those of numpy to the bit. */
    private static double tolerance(PixelType type, String region, String statistic) {
        boolean rounded = type == PixelType.F32 || region.startsWith("line") || statistic.endsWith("std");
        return rounded ? 1e-12 : 0;
    }

    @Test
    void askedForTogetherTheyAreTheSame() throws IOException {
        List<Roi> rois = lines().stream()
                .map(line -> line.split("\\|")[1])
                .distinct()
                .map(Roi::parse)
                .toList();
        List<Statistic> statistics = lines().stream()
                .map(line -> line.split("\\|")[2])
                .distinct()
                .map(Statistic::parse)
                .toList();
        for (PixelType type : PixelType.values()) {
            Stack stack = stack(type);
            var all = new RoiCurve().fold(stack, new RoiCurve.Params(rois, statistics, NanRule.PROPAGATE));
            Curve curve = (Curve) new Runner(3)
                    .run(stack, List.of(all), Progress.none())
                    .results()
                    .getFirst();
            int column = 0;
            for (Roi roi : rois) {
                for (Statistic statistic : statistics) {
                    var one = new RoiCurve.Params(List.of(roi), List.of(statistic), NanRule.PROPAGATE);
                    Curve alone = (Curve) Stacks.reduce(new RoiCurve(), one, stack);
                    for (int t = 0; t < 3; t++) {
                        assertEquals(
                                alone.y().getFirst().get(t),
                                curve.y().get(column).get(t),
                                statistic + " of " + roi);
                    }
                    column++;
                }
            }
        }
    }

    private static Result reduced(String[] parts) throws IOException {
        Stack stack = stack(PixelType.valueOf(parts[0]));
        List<String> typed = List.of(parts[2].split(":"));
        return switch (parts[1]) {
            case "profile" -> reduced(new Profile(), typed, stack);
            case "envelope" -> reduced(new Envelope(), typed, stack);
            default -> reduced(new Kymograph(), typed, stack);
        };
    }

    private static <P extends Record> Result reduced(Reduction<P> reduction, List<String> typed, Stack stack)
            throws IOException {
        return Stacks.reduce(reduction, Parameters.fromText(reduction.defaults(), typed, ""), stack);
    }

    private static double value(Result result, int quantity, int i) {
        return switch (result) {
            case Curve curve -> curve.y().get(quantity).get(i);
            case Frame frame -> frame.sample(quantity, i, 0);
            case Table table -> throw new AssertionError(table);
        };
    }

    @Test
    void profilesEnvelopesAndKymographsAreThoseOfNumpy() throws IOException {
        List<String> lines = lines("golden/bands.txt");
        assertEquals(3 * (2 * 4 * 7 + 1), lines.size());
        for (String line : lines) {
            String[] parts = line.split("\\|");
            Result result = reduced(parts);
            String[] quantities = parts[3].split(";");
            for (int q = 0; q < quantities.length; q++) {
                String[] values = quantities[q].split(",");
                for (int i = 0; i < values.length; i++) {
                    double expected = Double.parseDouble(values[i]);
                    assertEquals(expected, value(result, q, i), 1e-13 * Math.abs(expected), line);
                }
            }
        }
    }
}
