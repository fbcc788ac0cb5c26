package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

    /** A machine that reads 600 bytes a second. */
    private static final String SLOW = """
        {"date": "2026-11-20", "processor": "abacus", "threads": 1, "memory": {"read": 600.0},
         "reductions": {"mean": {"U8": 300.0}, "std": {"U8": 150.0}, "roi-mean": {"U8": 200.0}},
         "operations": {"frames": {"U8": 300.0}}, "loaders": {}}
        """;

    @TempDir
    Path folder;

    private Shell shell;

    /** Six hundred frames of one pixel: 600 bytes. */
    @BeforeEach
    void makeAStack() throws IOException {
        shell = new Shell(folder);
        Arrays.write(folder.resolve("in.npy"), "|u1", "(600, 1, 1)", new byte[600]);
        Files.writeString(folder.resolve("slow.json"), SLOW);
    }

    private String line(String name, String... arguments) {
        Shell.Said said = shell.run(arguments);
        assertEquals(Exit.OK, said.code(), said.err());
        return said.out()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> line.substring(name.length()).strip())
                .orElse(said.out());
    }

    /** Reading takes 1 s; mean 2 s and std 4 s at the same time; the ROI 3 s, 2 more than reading. */
    @Test
    void estimatesFromWhatWasMeasured() {
        String[] run = {"reduce", "--op", "mean,std", "in.npy", "--explain", "--profile", "slow.json"};
        assertTrue(
                line("time", run).startsWith("about 4.0 s, more if the file isn't in memory yet; "), line("time", run));
        run[2] = "mean,std,roi-mean";
        assertTrue(line("time", run).startsWith("about 6.0 s"), line("time", run));
    }

    @Test
    void saysWhatWasNotMeasured() {
        assertEquals(
                "unknown: max of U8 was not measured; 'tachyscope bench' measures this machine",
                line("time", "reduce", "--op", "max", "in.npy", "--explain", "--profile", "slow.json"));
    }

    @Test
    void tellsTheStepsAndWritesNothing() {
        String[] run = {
            "reduce",
            "--apply",
            "frames:from=100:to=199",
            "--op",
            "mean",
            "in.npy",
            "--out",
            "out",
            "--explain",
            "--profile",
            "slow.json"
        };
        assertEquals("in.npy (npy): 600 × 1 × 1, U8, 600 bytes, mapped and read in place", line("source", run));
        assertTrue(line("compute", run).contains("→ 100 × 1 × 1, U8"), line("compute", run));
        assertTrue(line("fold", run).startsWith("mean together, in 1 tiles of 1 samples"), line("fold", run));
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    private String line(String name, String apply, String op) {
        return line(name, "reduce", "--apply", apply, "--op", op, "in.npy", "--explain", "--profile", "slow.json");
    }

    @Test
    void tellsThatPercentilesGoStripByStrip() {
        String[] mapped = {"reduce", "--op", "median,mean", "in.npy", "--explain", "--profile", "slow.json"};
        assertEquals("one pass over 600 bytes, in place", line("read", mapped));
        assertEquals("one pass over 100 bytes, in place", line("read", "frames:from=100:to=199", "median"));
        String computed = "add:value=1";
        assertEquals(
                "one pass over 600 bytes; 2.40 kB of computed frames brought into memory",
                line("read", computed, "median,mean"));
        for (String fold : new String[] {line("fold", mapped), line("fold", computed, "median,mean")}) {
            assertTrue(
                    fold.startsWith("median, mean together, strip by strip over all frames, 1 strips of 1 samples, "),
                    fold);
        }
        assertEquals(
                "one pass over 600 bytes; 2.40 kB of computed frames through a buffer of 2.40 kB",
                line("read", computed, "mean"));
    }

    @Test
    void tellsWindowsThatAReferenceIs() {
        String first = line("compute", "subtract:reference=window mean 5", "mean");
        assertTrue(
                first.startsWith(
                        "sliding mean of 5 frames, trailing, ends shrunk → 600 × 1 × 1, F32; needs the frames 4 before; "),
                first);
    }

    @Test
    void ofARecipeIsTheSame() {
        assertEquals(
                Exit.OK,
                shell.run("reduce", "--op", "mean", "in.npy", "--out", "out").code());
        assertTrue(line("time", "run", "out/in_recipe.json", "--explain", "--profile", "slow.json")
                .startsWith("about 2.0 s"));
    }

    @Test
    void withoutTheNamedProfileFails() {
        Shell.Said said = shell.run("reduce", "--op", "mean", "in.npy", "--explain", "--profile", "fast.json");
        assertEquals(Exit.FAILED, said.code());
        assertEquals(folder.resolve("fast.json") + " does not exist", said.sentence());
    }
}
