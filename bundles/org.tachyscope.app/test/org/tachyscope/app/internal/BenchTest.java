package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.core.plan.Profile;

class BenchTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatItMeasured() throws IOException {
        Shell.Said said = new Shell(folder).run("bench", "--seconds", "0", "--to", "kept.json");
        assertEquals(Exit.OK, said.code(), said.err());
        Profile profile = Profile.read(folder.resolve("kept.json")).orElseThrow();
        assertTrue(profile.reductions().keySet().containsAll(Set.of("mean", "std", "max")), said.out());
        assertEquals(Set.of("bmp", "jpg", "png", "tif"), profile.loaders().keySet());
        assertTrue(said.out().contains("kept in " + folder.resolve("kept.json")), said.out());
    }

    @Test
    void ofOneReductionIsPrintedOnly() {
        Shell.Said said = new Shell(folder).run("bench", "--only", "mean", "--seconds", "0", "--to", "kept.json");
        assertEquals(Exit.OK, said.code(), said.err());
        assertTrue(said.out().contains("  mean "), said.out());
        assertTrue(!said.out().contains("  std "), said.out());
        assertTrue(Files.notExists(folder.resolve("kept.json")));
    }

    @Test
    void ofSomethingUnknownIsWrongUsage() {
        Shell.Said said = new Shell(folder).run("bench", "--only", "mien");
        assertEquals(Exit.USAGE, said.code());
        assertEquals("--only: unknown reduction or operation \"mien\"", said.sentence());
    }

    @Test
    void withoutThreadsIsWrongUsage() {
        Shell.Said said = new Shell(folder).run("bench", "--threads", "0");
        assertEquals(Exit.USAGE, said.code());
        assertEquals("--threads must be at least 1, got 0", said.sentence());
    }
}
