package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class TextMatrixTest {

    private final Path folder;

    TextMatrixTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The same two rows, 1.5 -2 300 and 0.25 5 nan, as different programs write them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5 -2 300\n0.25 5 nan\n",
                "  1.5   -2  300\n 0.25  5   NaN",
                "1.5\t-2\t300\r\n0.25\t5\tnan\r\n",
                "1.5,-2,300\n0.25,5,nan\n",
                "1.5, -2, 300\n0.25, 5, nan\n",
                "1,5;-2;300\n0,25;5;nan\n",
                "1,5;-2;300;\n0,25;5;nan;\n",
                "1,5\t-2,0\t300,0\n0,25\t5\t\n",
                "1,5 -2,0 3e2\n,25 5 nan\n",
                "# made by numpy\n1.5e+00 -2.0E0 3.0d+02\n2.5e-01 5.0 nan\n",
                "x,y,z\n1.5,-2,300\n0.25,5,\n",
                "ncols 3\nnrows 2\n1.5 -2 300\n\n.25 5. nan\n",
                "\ufeff1.5;-2;300\n0.25;5;NAN\n",
                "1.5 -2 300\r0.25 5 nan\r",
            })
    void writtenByWhomever(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), text);
        assertTrue(new FolderLoader().score(Probe.of(file)) > Loader.NO);
        try (Stack stack = Images.open(file, Images.params())) {
            assertEquals(new Shape(1, 2, 3, 1), stack.shape());
            assertEquals(PixelType.F32, stack.type());
            double[] expected = {1.5, -2, 300, 0.25, 5, Double.NaN};
            for (int i = 0; i < 6; i++) {
                assertEquals(expected[i], Images.sample(stack, 0, i / 3, i % 3, 0), "number " + i);
            }
            assertEquals(
                    List.of(new Loss(Loss.Kind.CONVERTED, 1, "numbers written as text became F32")),
                    stack.metadata().losses());
        }
    }

    /** Decimal texts of the floats next to what a careless parser gives. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1",
                "123456789.125",
                "16777217",
                "9007199254740993",
                "1e-45",
                "3.4028235e38",
                "-1e39",
                "0.000001234567",
                "99999999999999999999",
                "-0.0",
                "1.17549435e-38",
                "-inf",
                "+Infinity",
                "4.35",
                "2.2250738585072011e-308"
            })
    void numbersAreTheNearest(String number) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), number + ",1\n");
        double expected = number.contains("nf")
                ? number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                : (float) Double.parseDouble(number);
        try (Stack stack = Images.open(file, Images.params())) {
            assertEquals(expected, Images.sample(stack, 0, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dear reader,\n", "a\tb\n", "", "\0\0", "# only\n# comments\n", "1.2.3 4\n", "-\n"})
    void otherTextsAreNone(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), text);
        assertEquals(Loader.NO, new FolderLoader().score(Probe.of(file)));
        IOException error = assertThrows(IOException.class, () -> Images.plan(file, Images.params()));
        assertEquals(
                file + ": " + (text.isEmpty() ? "the file is empty" : "no matrix: its lines don't hold numbers"),
                error.getMessage());
    }

    @Test
    void whatDiffersIsNamedByLine() throws IOException {
        Files.writeString(folder.resolve("m1.csv"), "1,2\n3,4\n");
        Files.writeString(folder.resolve("m2.csv"), "1,2\n3\n");
        Files.writeString(folder.resolve("m3.csv"), "1,2\n3,4,5\n");
        Files.writeString(folder.resolve("m4.csv"), "1,2\n3,x\u0007\n");
        Files.writeString(folder.resolve("m5.csv"), "1,2\n3,4\n5,6\n");
        Files.writeString(folder.resolve("m6.csv"), "7,8\n9,10\n");
        Files.writeString(folder.resolve("m7.csv"), "1,2,3\n3,4,5\n");
        try (Stack stack = Images.open(folder, Images.params())) {
            assertEquals(new Shape(2, 2, 2, 1), stack.shape());
            assertEquals(10, Images.sample(stack, 1, 1, 1, 0));
            assertEquals("""
                    m2.csv: unreadable, line 2 has 1 numbers, the first has 2
                    m3.csv: unreadable, line 2 has more than 2 numbers, as many as the first has
                    m4.csv: unreadable, line 2, column 2: "x?" is no number
                    m5.csv: wrong size, 2 × 3 F32, the stack is 2 × 2 F32
                    m7.csv: wrong size, 3 × 2 F32, the stack is 2 × 2 F32\
                    """, stack.metadata().properties().get("problems"));
        }
    }

    @Test
    void textsAmongImagesAreNoGroupUnlessMatrices() throws IOException {
        Images.folder(folder, 1, 2);
        Files.writeString(folder.resolve("notes.txt"), "The lamp was off.\n", StandardCharsets.UTF_8);
        Files.write(folder.resolve("state.bin"), new byte[9]);
        Plan plan = Images.plan(folder, Images.params());
        assertEquals(List.of("img_#.png"), Images.column(plan.reports().getFirst(), "group"));
        assertTrue(plan.notes().contains("2 other entries of the folder are no images"), plan.notes()::toString);
        Files.writeString(folder.resolve("dark.txt"), "1 2\n");
        assertEquals(
                List.of("other text", "img_#.png"),
                Images.column(Images.plan(folder, Images.params()).reports().getFirst(), "group"));
    }
}
