package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class NpyLoaderTest {

    private final Path folder;

    NpyLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What fixtures/make.py put at sample i of 60, shape (3, 4, 5). */
    static Stream<Arguments> dtypes() {
        return Stream.of(
                dtype("b1", PixelType.U8, i -> i % 3 == 0 ? 1 : 0),
                dtype("u1", PixelType.U8, i -> 4 * i),
                dtype("u2le", PixelType.U16, i -> 1000 * i + 1),
                dtype("u2be", PixelType.U16, i -> 1000 * i + 1),
                dtype("u4le", PixelType.F32, i -> 1000 * i),
                dtype("u8le", PixelType.F32, i -> 1000 * i),
                dtype("i1", PixelType.F32, i -> 2 * i - 60),
                dtype("i2le", PixelType.F32, i -> 1000 * i - 30000),
                dtype("i2be", PixelType.F32, i -> 1000 * i - 30000),
                dtype("i4le", PixelType.F32, i -> 1000 * i - 30000),
                dtype("i4be", PixelType.F32, i -> 1000 * i - 30000),
                dtype("i8le", PixelType.F32, i -> 1000 * i - 30000),
                dtype("f2le", PixelType.F32, i -> 0.5 * i),
                dtype("f4le", PixelType.F32, i -> 0.25 * i - 3),
                dtype("f4be", PixelType.F32, i -> 0.25 * i - 3),
                dtype("f8le", PixelType.F32, i -> 0.25 * i - 3),
                dtype("f8be", PixelType.F32, i -> 0.25 * i - 3));
    }

    private static Arguments dtype(String name, PixelType type, IntToDoubleFunction value) {
        return Arguments.of(name, type, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dtypes")
    void readsEveryDtypeInCOrder(String name, PixelType type, IntToDoubleFunction value) throws IOException {
        assertHolds(name + "-c.npy", type, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dtypes")
    void readsEveryDtypeInFortranOrder(String name, PixelType type, IntToDoubleFunction value) throws IOException {
        assertHolds(name + "-f.npy", type, value);
    }

    private static void assertHolds(String fixture, PixelType type, IntToDoubleFunction value) throws IOException {
        try (Stack stack = Npy.open(Npy.fixture(fixture))) {
            assertEquals(new Shape(3, 4, 5, 1), stack.shape());
            assertEquals(type, stack.type());
            assertArrayEquals(IntStream.range(0, 60).mapToDouble(value).toArray(), Npy.samples(stack));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"version2.npy", "version3.npy"})
    void readsLaterVersions(String fixture) throws IOException {
        assertHolds(fixture, PixelType.U8, i -> 4 * i);
    }

    @ParameterizedTest
    @ValueSource(strings = {"u1", "b1", "u2le", "f4le"})
    void mapsWhatNeedsNoConversion(String name) throws IOException {
        Plan plan = Npy.plan(Npy.fixture(name + "-c.npy"));
        assertEquals(new Plan.Cost(0, 0, 0, Plan.Access.MAPPED), plan.cost());
        try (Stack stack = Npy.open(Npy.fixture(name + "-c.npy"))) {
            assertTrue(stack.contiguous().orElseThrow().isMapped());
        }
    }

    @Test
    void readsTwoAxesAsOneFrame() throws IOException {
        for (String fixture : List.of("gray-c.npy", "gray-f.npy")) {
            try (Stack stack = Npy.open(Npy.fixture(fixture))) {
                assertEquals(new Shape(1, 6, 10, 1), stack.shape());
                assertEquals(4 * 23, Npy.samples(stack)[23]);
            }
        }
    }

    @Test
    void readsFourAxesAsColourFrames() throws IOException {
        for (String fixture : List.of("colour-c.npy", "colour-f.npy")) {
            try (Stack stack = Npy.open(Npy.fixture(fixture));
                    Cursor cursor = stack.cursor()) {
                assertEquals(new Shape(2, 2, 5, 3), stack.shape());
                assertEquals(4 * (30 + 15 + 3 * 4 + 2), cursor.frame(1).sample(1, 4, 2));
            }
        }
    }

    @Test
    void takesAWideArrayOfThreeOrFourForOneColourFrame() throws IOException {
        assertEquals(new Shape(1, 32, 32, 3), shape("(32, 32, 3)", Axes.AUTO));
        assertEquals(new Shape(1, 32, 40, 4), shape("(32, 40, 4)", Axes.AUTO));
        assertEquals(new Shape(31, 32, 3, 1), shape("(31, 32, 3)", Axes.AUTO));
        assertEquals(new Shape(32, 31, 3, 1), shape("(32, 31, 3)", Axes.AUTO));
        assertEquals(new Shape(32, 32, 5, 1), shape("(32, 32, 5)", Axes.AUTO));
    }

    @Test
    void letsTheUserNameTheAxes() throws IOException {
        assertEquals(new Shape(32, 32, 3, 1), shape("(32, 32, 3)", Axes.THW));
        assertEquals(new Shape(1, 4, 5, 6), shape("(4, 5, 6)", Axes.HWC));
        assertEquals(new Shape(3, 4, 5, 6), shape("(3, 4, 5, 6)", Axes.THWC));
        assertEquals(new Shape(1, 3, 4, 1), shape("(3, 4)", Axes.HW));
    }

    private Shape shape(String shape, Axes axes) throws IOException {
        Path file = Npy.write(folder.resolve("a.npy"), Npy.header("|u1", false, shape), new byte[4096 * 4]);
        return Npy.plan(file, axes).shape();
    }

    @Test
    void refusesAxesThatDontFit() {
        Path file = Npy.fixture("gray-c.npy");
        var e = assertThrows(IllegalArgumentException.class, () -> Npy.plan(file, Axes.THW));
        assertEquals(file + ": axes THW need an array of 3 axes, shape is (6, 10)", e.getMessage());
    }

    @Test
    void saysWhichAxisIsTime() throws IOException {
        assertEquals(
                List.of("shape (3, 4, 5) is read as (T, H, W)"),
                Npy.plan(Npy.fixture("u1-c.npy")).notes());
    }

    @Test
    void saysHowElseAColourFrameCanBeRead() throws IOException {
        Path file = Npy.write(folder.resolve("a.npy"), Npy.header("|u1", false, "(32, 32, 3)"), new byte[4096]);
        assertEquals(
                "shape (32, 32, 3) is read as (H, W, C), one colour frame; axes=THW takes the first axis for time",
                Npy.plan(file).notes().getFirst());
    }

    @Test
    void saysHowItConverts() throws IOException {
        assertEquals(
                "dtype >u2: bytes are swapped when read, values stay",
                Npy.plan(Npy.fixture("u2be-c.npy")).notes().get(1));
        assertEquals(
                "dtype <i2: signed integers become F32, exactly",
                Npy.plan(Npy.fixture("i2le-c.npy")).notes().get(1));
        assertEquals(List.of(), Npy.plan(Npy.fixture("i2le-c.npy")).losses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"i4le", "i8le", "u4le", "u8le", "f8le"})
    void admitsThatValuesMayBeRounded(String name) throws IOException {
        Plan plan = Npy.plan(Npy.fixture(name + "-c.npy"));
        assertEquals(Loss.Kind.CONVERTED, plan.losses().getFirst().kind());
        assertEquals(3, plan.losses().getFirst().count());
        try (Stack stack = Npy.open(Npy.fixture(name + "-c.npy"))) {
            assertEquals(plan.losses(), stack.metadata().losses());
        }
    }

    @Test
    void keepsNameTypeAndOrder() throws IOException {
        try (Stack stack = Npy.open(Npy.fixture("i2be-f.npy"))) {
            assertEquals("i2be-f.npy", stack.metadata().name());
            assertEquals(">i2", stack.metadata().properties().get("dtype"));
            assertEquals("Fortran", stack.metadata().properties().get("order"));
            assertEquals("(T, H, W)", stack.metadata().properties().get("axes"));
        }
    }

    @Test
    void isCertainOfTheSignatureAndDoubtsTheNameAlone() throws IOException {
        NpyLoader loader = new NpyLoader();
        assertEquals(Loader.CERTAIN, loader.score(Probe.of(Npy.fixture("u1-c.npy"))));
        assertEquals(Loader.MAYBE, loader.score(Probe.of(Files.writeString(folder.resolve("b.NPY"), "hello"))));
        assertEquals(Loader.NO, loader.score(Probe.of(Files.writeString(folder.resolve("b.png"), "hello"))));
        assertEquals(Loader.NO, loader.score(Probe.of(Files.createDirectory(folder.resolve("c.npy")))));
    }

    @Test
    void readsFromPathsWithSpacesAndUmlauts() throws IOException {
        Path file = Files.createDirectory(folder.resolve("Meßreihe 7 – größer")).resolve("ü b.npy");
        Files.copy(Npy.fixture("u2le-c.npy"), file);
        try (Stack stack = Npy.open(file)) {
            assertEquals(59001, Npy.samples(stack)[59]);
        }
    }

    @Test
    void failsOnceClosedInsteadOfShowingWrongPixels() throws IOException {
        for (String fixture : List.of("u1-c.npy", "u1-f.npy", "i2le-c.npy", "i2le-f.npy")) {
            Stack stack = Npy.open(Npy.fixture(fixture));
            try (Cursor cursor = stack.cursor()) {
                cursor.frame(0);
                stack.close();
                assertThrows(IllegalStateException.class, () -> cursor.frame(1).sample(0), fixture);
            }
        }
    }

    @Test
    void refusesFramesThatArentThere() throws IOException {
        for (String fixture : List.of("u1-c.npy", "u1-f.npy", "i2le-c.npy")) {
            try (Stack stack = Npy.open(Npy.fixture(fixture));
                    Cursor cursor = stack.cursor()) {
                assertThrows(IndexOutOfBoundsException.class, () -> cursor.frame(3));
                assertThrows(IndexOutOfBoundsException.class, () -> cursor.frame(-1));
            }
        }
    }
}
