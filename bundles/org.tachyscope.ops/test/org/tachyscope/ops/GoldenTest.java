package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.run.Runner;

/** Compares with golden/golden.txt, which golden/make.py worked out in fractions, and all reductions of a stack in one pass. */
class GoldenTest {

    private static final Map<String, Reduction<?>> REDUCTIONS = Map.ofEntries(
            Map.entry("mean", new Mean()),
            Map.entry("sum", new Sum()),
            Map.entry("min", new Min()),
            Map.entry("max", new Max()),
            Map.entry("range", new Range()),
            Map.entry("argmin", new ArgMin()),
            Map.entry("argmax", new ArgMax()),
            Map.entry("rms", new Rms()),
            Map.entry("variance", new Variance()),
            Map.entry("median", new Median()),
            Map.entry("percentile", new Percentile()),
            Map.entry("std", new Std()),
            Map.entry("standard-error", new StandardError()),
            Map.entry("cv", new CoefficientOfVariation()),
            Map.entry("mean-abs-difference", new MeanAbsoluteDifference()),
            Map.entry("mode", new Mode()),
            Map.entry("first-above", new FirstAbove()),
            Map.entry("last-above", new LastAbove()),
            Map.entry("count-saturated", new CountSaturated()),
            Map.entry("count-nan", new CountNan()));

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    /** One column a frame of eight. */
    private static final double[][] AWKWARD = {
        {NAN, 1, 2, 3, 4, 5, 6, 7},
        {0, 1, 2, NAN, 4, 5, 6, 7},
        {7, 6, 5, 4, 3, 2, 1, NAN},
        {INF, 1, 2, 3, 4, 5, 6, 7},
        {0, 1, -INF, 3, 4, 5, 6, 7},
        {0, 1, 2, 3, 4, 5, 6, INF},
        {INF, 1, 2, -INF, 3, 4, 5, 6},
        {NAN, INF, NAN, 1, NAN, 2, 3, NAN},
        {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN},
        {NAN, NAN, NAN, NAN, NAN, -2.5, NAN, NAN},
        {INF, INF, INF, INF, INF, INF, INF, INF},
        {-0.0, 0, -0.0, 0, 0, 0, 0, 0},
        {3, NAN, 3, NAN, 3, 7, NAN, 7},
        {1, -1, 1, -1, 1, -1, 1, -1},
    };

    private record Line(String id, List<String> params, double[] values) {
        Reduction<?> reduction() {
            return Objects.requireNonNull(REDUCTIONS.get(id));
        }

        Line ignoringNan() {
            List<String> more =
                    Stream.concat(params.stream(), Stream.of("nan=IGNORE")).toList();
            return new Line(id, more, values);
        }
    }

    /** Gives sample i of frame t. */
    private interface Formula {
        double at(long t, long i);
    }

    private static long noise(long t, long i) {
        return (t * t % 65_521 * 31 + t * 7919 + i * 104_729 + t * i * 7) % 65_521;
    }

    private static Formula edges(int frames, int top) {
        return (t, i) -> switch ((int) i) {
            case 0 -> 0;
            case 1 -> top;
            case 2 -> t % 2 * top;
            case 3 -> t == frames - 1 ? top : 0;
            case 4 -> t == 0 ? top : 0;
            default -> t / 2 % 2 * (top - 1);
        };
    }

    private static Stack stack(PixelType type, Shape shape, Formula formula) {
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        int samples = shape.samplesPerFrame();
        for (long k = 0; k < shape.samples(); k++) {
            double value = formula.at(k / samples, k % samples);
            switch (type) {
                case U8 -> pixels.setAtIndex(JAVA_BYTE, k, (byte) value);
                case U16 -> pixels.setAtIndex(JAVA_SHORT, k, (short) (int) value);
                case F32 -> pixels.setAtIndex(JAVA_FLOAT, k, (float) value);
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("golden"));
    }

    private static List<Line> lines(String name) throws IOException {
        try (var in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("golden/golden.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            List<Line> lines = new ArrayList<>();
            for (String[] words : (Iterable<String[]>) reader.lines().map(line -> line.split(" "))::iterator) {
                if (words[0].equals(name)) {
                    double[] values = Stream.of(words)
                            .skip(3)
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    List<String> params = words[2].equals("-") ? List.of() : List.of(words[2]);
                    lines.add(new Line(words[1], params, values));
                }
            }
            assertTrue(lines.size() > 20, name);
            return lines;
        }
    }

    private static <P extends Record> Fold fold(Reduction<P> reduction, List<String> params, Stack stack) {
        return reduction.fold(stack, Parameters.fromText(reduction.defaults(), params, ""));
    }

    private static boolean knowsNan(Reduction<?> reduction) {
        return Parameters.fields(reduction.defaults()).stream()
                .anyMatch(field -> field.path().equals("nan"));
    }

    private static void check(String name, Stack stack, int ulps) throws IOException {
        check(name, lines(name), stack, ulps);
    }

    /** Runs all together, and without percentiles, as that goes another way through the stack. */
    private static void check(String name, List<Line> lines, Stack stack, int ulps) throws IOException {
        checkTogether(name, lines, stack, ulps);
        checkTogether(
                name,
                lines.stream()
                        .filter(line -> !(fold(line.reduction(), line.params, stack) instanceof Fold.OfPercentile))
                        .toList(),
                stack,
                ulps);
    }

    private static void checkTogether(String name, List<Line> lines, Stack stack, int ulps) throws IOException {
        List<Fold> folds = lines.stream()
                .map(line -> fold(line.reduction(), line.params, stack))
                .toList();
        var results = new Runner(2).run(stack, folds, Progress.none()).results();
        for (int k = 0; k < lines.size(); k++) {
            Line line = lines.get(k);
            Frame frame = (Frame) results.get(k);
            assertEquals(line.values.length, frame.samples());
            for (int i = 0; i < line.values.length; i++) {
                check(
                        (float) line.values[i],
                        (float) frame.sample(i),
                        ulps,
                        name + " " + line.id + " " + line.params + ", sample " + i);
            }
        }
    }

    private static void check(float wanted, float got, int ulps, String what) {
        boolean close = ulps > 0 && Math.abs((double) got - wanted) <= ulps * (double) Math.ulp(wanted);
        assertTrue(
                close || wanted == got || Float.isNaN(wanted) && Float.isNaN(got),
                what + ": " + got + " instead of " + wanted);
    }

    @Test
    void bytesAreExactOrCorrectlyRounded() throws IOException {
        check("u8-one", stack(PixelType.U8, new Shape(1, 1, 6, 1), (t, i) -> noise(t, i) % 256), 0);
        check("u8-noise", stack(PixelType.U8, new Shape(257, 3, 2, 1), (t, i) -> noise(t, i) % 256), 0);
        check("u8-edges", stack(PixelType.U8, new Shape(301, 1, 2, 3), edges(301, 255)), 0);
    }

    @Test
    void aMillionTinyFramesAreExactOrCorrectlyRounded() throws IOException {
        check("u8-long", stack(PixelType.U8, new Shape(1_000_000, 4, 4, 1), (t, i) -> noise(t, i) % 256), 0);
    }

    @Test
    void shortsAreExactOrCorrectlyRounded() throws IOException {
        check("u16-noise", stack(PixelType.U16, new Shape(300, 2, 3, 1), GoldenTest::noise), 0);
        check("u16-edges", stack(PixelType.U16, new Shape(300, 6, 1, 1), edges(300, 65_535)), 0);
    }

    @Test
    void floatsAreWithinAnUlp() throws IOException {
        check(
                "f32-signed",
                stack(PixelType.F32, new Shape(500, 3, 2, 1), (t, i) -> (noise(t, i) % 4001 - 2000) / 8.0),
                1);
    }

    @Test
    void floatsWithALargeOffsetAreWithinAnUlpOverManyFrames() throws IOException {
        Stack stack =
                stack(PixelType.F32, new Shape(100_000, 2, 3, 1), (t, i) -> (16_000_000 + noise(t, i) % 64) / 16.0);
        check("f32-offset", stack, 1);
    }

    @Test
    void ignoredNanBetweenValuesChangeNothing() throws IOException {
        Stack stack = stack(
                PixelType.F32,
                new Shape(200_000, 2, 3, 1),
                (t, i) -> t % 2 == (t / 2 % (i + 2) == 0 ? 0 : 1) ? NAN : (16_000_000 + noise(t / 2, i) % 64) / 16.0);
        List<String> placed = List.of("argmin", "argmax", "mean-abs-difference");
        List<Line> lines = lines("f32-offset").stream()
                .filter(line -> knowsNan(line.reduction()) && !placed.contains(line.id))
                .map(Line::ignoringNan)
                .toList();
        assertEquals(19, lines.size());
        check("f32-offset with NaN", lines, stack, 1);
    }

    @Test
    void nanAndInfinityInEveryPositionFollowTheRules() throws IOException {
        int samples = AWKWARD.length;
        check("f32-awkward", stack(PixelType.F32, new Shape(8, 1, samples, 1), (t, i) -> AWKWARD[(int) i][(int) t]), 1);
    }
}
