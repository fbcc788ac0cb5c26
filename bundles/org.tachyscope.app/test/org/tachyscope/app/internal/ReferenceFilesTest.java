package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.LocalEngine;
import org.tachyscope.export.NpyExporter;
import org.tachyscope.export.PngExporter;
import org.tachyscope.load.npy.NpyLoader;
import org.tachyscope.ops.Mean;
import org.tachyscope.ops.pixel.Divide;
import org.tachyscope.ops.pixel.Subtract;

/** Files among an operation's parameters, from the command line into a recipe and out of it. */
class ReferenceFilesTest {

    private static Catalog catalog() {
        return Catalog.of(
                new NpyLoader(),
                new Mean(),
                new Subtract(new LocalEngine(ReferenceFilesTest::catalog, 2)),
                new Divide(new LocalEngine(ReferenceFilesTest::catalog, 2)),
                new NpyExporter(),
                new PngExporter());
    }

    private static Path stack(Path folder) throws IOException {
        Arrays.write(folder.resolve("in.npy"), "|u1", "(2, 1, 2)", (byte) 5, (byte) 9, (byte) 7, (byte) 13);
        Arrays.write(folder.resolve("dark.npy"), "|u1", "(2, 1, 2)", (byte) 1, (byte) 2, (byte) 3, (byte) 2);
        return folder;
    }

    private static Shell.Said run(Path folder, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Terminal terminal = new Terminal(toOut, toErr, false, folder);
            int code = Cli.run(terminal, ReferenceFilesTest::catalog, "1.2.3", arguments);
            return new Shell.Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    private static float[] mean(Path folder) throws IOException {
        return Arrays.floats(folder.resolve("in_mean.npy"), 2);
    }

    @Test
    void areFoundFromTheFolderWhereTheyWereTypedAndFromTheRecipe(@TempDir Path folder) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        stack(work);
        Shell.Said said = run(
                work,
                "reduce",
                "--apply",
                "subtract:reference=file dark.npy mean",
                "--op",
                "mean",
                "in.npy",
                "--out",
                "out");
        assertEquals(0, said.code(), said.err());
        assertArrayEquals(new float[] {4, 9}, mean(work.resolve("out")));
        String recipe = Files.readString(work.resolve("out/in_recipe.json"));
        assertTrue(recipe.contains("file ../dark.npy mean"), recipe);

        Path moved = Files.move(work, folder.resolve("moved"));
        Files.delete(moved.resolve("out/in_mean.npy"));
        Shell.Said again = run(folder, "run", "moved/out/in_recipe.json");
        assertEquals(0, again.code(), again.err());
        assertArrayEquals(new float[] {4, 9}, mean(moved.resolve("out")));
    }

    @Test
    void areFoundInTheSameFoldersWhenOnlyExplained(@TempDir Path folder) throws IOException {
        Path work = stack(Files.createDirectories(folder.resolve("work")));
        String[] reduce = {
            "reduce", "--apply", "subtract:reference=file dark.npy mean", "--op", "mean", "in.npy", "--out", "out"
        };
        assertEquals(0, run(work, reduce).code());
        Shell.Said ordered = run(
                work, Stream.concat(Stream.of(reduce), Stream.of("--explain")).toArray(String[]::new));
        assertEquals(0, ordered.code(), ordered.err());
        Shell.Said fromRecipe = run(folder, "run", "work/out/in_recipe.json", "--explain");
        assertEquals(0, fromRecipe.code(), fromRecipe.err());
        assertTrue(fromRecipe.out().contains("2 × 1 × 2, F32"), fromRecipe.out());
    }

    @Test
    void divisionsByZeroAreTold(@TempDir Path folder) throws IOException {
        Shell.Said said = run(
                stack(folder),
                "reduce",
                "--apply",
                "divide:reference=constant 0",
                "--op",
                "mean",
                "in.npy",
                "--out",
                ".");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("divide by constant 0: 4 samples divided by 0, set to 0"), said.out());
    }

    @Test
    void aMissingFileIsNamedBeforeAnythingIsWritten(@TempDir Path folder) throws IOException {
        Shell.Said said = run(
                stack(folder),
                "reduce",
                "--apply",
                "subtract:reference=file no.npy",
                "--op",
                "mean",
                "in.npy",
                "--out",
                "out");
        assertEquals(1, said.code(), said.err());
        assertTrue(said.err().contains("no.npy does not exist"), said.err());
    }
}
