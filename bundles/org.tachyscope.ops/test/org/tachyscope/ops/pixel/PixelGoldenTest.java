package org.tachyscope.ops.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Parameters;

/** Compares with golden/golden.txt, which golden/make.py worked out with numpy: bit for bit but for zeros' signs. */
class PixelGoldenTest {

    private static final Shape SHAPE = new Shape(3, 2, 3, 3);

    /** Those whose float64 function two libraries round differently, so that now and then a float32 is the next one. */
    private static final Set<String> WITHIN_AN_ULP = Set.of("power", "log", "gamma");

    @TempDir
    private Path folder;

    private record Line(String id, String params, PixelType type, double[] values) {
        static Line of(String[] words) {
            double[] values = Stream.of(words[3].split(" "))
                    .mapToDouble(Float::parseFloat)
                    .toArray();
            return new Line(words[0], words[1], PixelType.valueOf(words[2]), values);
        }
    }

    private static List<Line> lines(String input) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (var in = Objects.requireNonNull(PixelGoldenTest.class.getResourceAsStream("golden/golden.txt"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            boolean within = false;
            for (String line : reader.lines().toList()) {
                String[] words = line.split("\\|");
                within = words[0].equals("input") ? words[1].equals(input) : within;
                if (within) {
                    lines.add(Line.of(words));
                }
            }
        }
        return lines;
    }

    private static List<Operation<?>> operations(Bench bench) {
        return List.of(
                new Subtract(bench),
                new Divide(bench),
                new FlatField(bench),
                new MaskFrame(bench),
                new Normalise(bench),
                new Merge(bench),
                new Add(),
                new Multiply(),
                new Power(),
                new Log(),
                new Abs(),
                new Clamp(),
                new Complement(),
                new Convert(),
                new Threshold(),
                new Gamma(),
                new Mask(),
                new Gray(),
                new Channel());
    }

    private static String id(Operation<?> operation) {
        return operation.getClass().getAnnotation(Contribution.class).id();
    }

    private static <P extends Record> Stack apply(Operation<P> operation, Stack input, List<String> params) {
        return operation.apply(input, Parameters.fromText(operation.defaults(), params, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "shorts", "floats", "extremes"})
    void everyOperationIsThatOfNumpy(String name) throws IOException {
        List<Line> lines = lines(name);
        Stack input = Bench.stack(lines.get(0).type, SHAPE, lines.get(0).values);
        Path other = Files.createFile(folder.resolve("other.npy"));
        Bench bench = new Bench().with(other, Bench.stack(lines.get(1).type, SHAPE, lines.get(1).values));
        Set<String> seen = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (Operation<?> operation : operations(bench)) {
            all.add(id(operation));
            for (Line line : lines) {
                if (line.id.equals(id(operation))) {
                    String params = line.params.replace("@", other.toString());
                    List<String> texts = params.equals("-") ? List.of() : List.of(params.split(";(?! )"));
                    check(name, line, apply(operation, input, texts));
                    seen.add(line.id);
                }
            }
        }
        all.removeAll(name.equals("extremes") ? Set.of("normalise") : Set.of());
        assertEquals(all, seen);
    }

    private static void check(String name, Line line, Stack found) throws IOException {
        String what = line.id + " " + line.params + " of " + name;
        assertEquals(line.type, found.type(), what);
        double[] values = Bench.values(found);
        assertEquals(line.values.length, values.length, what);
        for (int i = 0; i < values.length; i++) {
            float wanted = (float) line.values[i];
            float got = (float) values[i];
            float ulp = WITHIN_AN_ULP.contains(line.id) ? Math.ulp(wanted) : 0;
            boolean close = Math.abs((double) got - wanted) <= ulp;
            assertTrue(
                    close || wanted == got || Float.isNaN(wanted) && Float.isNaN(got),
                    what + ", sample " + i + ": " + got + " instead of " + wanted);
        }
    }
}
