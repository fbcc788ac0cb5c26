package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeAStack() throws IOException {
        Arrays.write(folder.resolve("in.npy"), "|u1", "(1, 1, 1)", (byte) 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "info", "reduce", "run", "demo", "plugins", "cache"})
    void everyLevelHasHelpWithExamplesAndExitsWithZero(String command) {
        Shell.Said said =
                new Shell(folder).run(command.isEmpty() ? new String[] {"--help"} : new String[] {command, "-h"});
        assertEquals(0, said.code());
        assertEquals("", said.err());
        assertTrue(said.out().startsWith("Usage: tachyscope " + command), said.out());
        assertTrue(command.equals("plugins") || said.out().contains("Examples:\n  tachyscope " + command), said.out());
        assertTrue(said.out().lines().allMatch(line -> line.length() <= 100), said.out());
    }

    @Test
    void versionNamesTheProgramAndJava() {
        Shell.Said said = new Shell(folder).run("--version");
        assertEquals(0, said.code());
        assertTrue(said.out().startsWith("Tachyscope 1.2.3\nJava "), said.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                 | name a command: info, reduce, apply, run, demo, plugins, bench,"
                        + " cache or desktop",
                "redcue --op mean in.npy          | unknown command \"redcue\"; did you mean reduce?",
                "reduce in.npy                    | name at least one reduction: --op mean",
                "reduce --op mean                 | Missing required parameter: 'SOURCE'",
                "reduce --op meen in.npy          | unknown reduction \"meen\"; did you mean mean?",
                "reduce --op std:divisr=1 in.npy  | std.divisr: unknown parameter; known: divisor, nan",
                "reduce --op std:divisor=n in.npy | std.divisor: must be one of POPULATION, SAMPLE, got \"n\"",
                "reduce --roi 1,2,3 in.npy        | roi-mean.box: must be 4 values x,y,width,height, got 3 in"
                        + " \"1,2,3\"",
                "reduce --roi 1,2,0,3 in.npy      | roi-mean.box.width: must be ≥ 1 px, got 0",
                "reduce --op mean --param std.divisor=sample in.npy | --param std.divisor=sample: must begin with one"
                        + " of the reductions and a dot, such as mean.NAME=VALUE",
                "reduce --op mean --apply frame in.npy | unknown operation \"frame\"; did you mean frames?",
                "reduce --op mean --threads 0 in.npy  | --threads must be at least 1, got 0",
                "reduce --op mean --threads x in.npy  | Invalid value for option '--threads': 'x' is not an int",
                "reduce --op mean --loader tiff in.npy | unknown loader \"tiff\"; known: folder, npy," + " npz, raw",
                "reduce --op mean --loader-param a=1 in.npy | npy.a: unknown parameter; known: axes, complex,"
                        + " values, scale, offset",
                "info --axes HHW in.npy           | npy.axes: must be AUTO or an order of H, W and, if they are there,"
                        + " T and C, such as THWC, got \"HHW\"",
                "info --jsn in.npy                | unknown option \"--jsn\"; did you mean --json?",
                "cache                            | name a command: list, clear or verify",
                "cache lst                        | unknown argument \"lst\"; did you mean list?",
                "run                              | Missing required parameter: 'RECIPE.json'",
            })
    void wrongUsageIsOneSentenceAndExitsWithTwo(String line, String sentence) {
        Shell.Said said = new Shell(folder).run(line == null ? new String[0] : line.split(" "));
        assertEquals(sentence, said.sentence());
        assertEquals(2, said.code());
        assertEquals("", said.out());
        assertEquals(2, said.err().lines().count(), said.err());
        assertTrue(said.err().lines().toList().getLast().matches("Try: tachyscope .*--help"), said.err());
    }
}
