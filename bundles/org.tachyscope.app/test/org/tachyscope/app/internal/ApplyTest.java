package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTest {

    private static final String TIME =
            "(?s).*\\Rtime +[\\d.]+ s to open, [\\d.]+ s to apply and write: [\\d.,]+ frames/s\\R.*";

    @TempDir
    Path folder;

    private Shell shell;

    /** Four frames of one row and two columns. */
    @BeforeEach
    void makeAStack() throws IOException {
        shell = new Shell(folder);
        org.tachyscope.app.internal.Arrays.write(
                folder.resolve("in.npy"),
                "|u1",
                "(4, 1, 2)",
                (byte) 1,
                (byte) 2,
                (byte) 3,
                (byte) 4,
                (byte) 5,
                (byte) 6,
                (byte) 7,
                (byte) 8);
    }

    private byte[] tail(String file, int count) throws IOException {
        byte[] all = Files.readAllBytes(folder.resolve(file));
        return Arrays.copyOfRange(all, all.length - count, all.length);
    }

    @Test
    void writesTheProcessedStackAndItsRecipe() throws IOException {
        Shell.Said said = shell.run("apply", "--op", "frames:from=1:to=3:step=2", "in.npy", "--out", "out");
        assertEquals(Exit.OK, said.code(), said.err());
        assertEquals("", said.err());
        assertEquals(128 + 4, Files.size(folder.resolve("out/in_frames.npy")));
        assertEquals("[3, 4, 7, 8]", Arrays.toString(tail("out/in_frames.npy", 4)));
        assertTrue(said.out().contains("applied  frames"), said.out());
        assertTrue(said.out().matches(TIME), said.out());
        Files.delete(folder.resolve("out/in_frames.npy"));
        Shell.Said again = shell.run("run", "out/in_frames_recipe.json");
        assertEquals(Exit.OK, again.code(), again.err());
        assertTrue(again.out().matches(TIME), again.out());
        assertEquals("[3, 4, 7, 8]", Arrays.toString(tail("out/in_frames.npy", 4)));
    }

    @Test
    void takesTheNameThatIsWanted() throws IOException {
        assertEquals(
                Exit.OK,
                shell.run("apply", "--op", "frames:to=0", "in.npy", "--to", "one.npy")
                        .code());
        assertEquals("[1, 2]", Arrays.toString(tail("one.npy", 2)));
        assertTrue(Files.exists(folder.resolve("one_recipe.json")));
    }

    @Test
    void withoutAnOperationIsWrongUsage() {
        Shell.Said said = shell.run("apply", "in.npy");
        assertEquals(Exit.USAGE, said.code());
        assertEquals("name at least one operation: --op invert", said.sentence());
    }

    @Test
    void staysInItsFolder() {
        Shell.Said said = shell.run("apply", "--op", "frames", "in.npy", "--to", "../one.npy");
        assertEquals(Exit.USAGE, said.code());
        assertEquals(
                "--to must be a name without folders, got \"../one.npy\"; --out names the folder", said.sentence());
    }

    @Test
    void toAFormatThatHoldsNoStackIsRefusedBeforeAnythingIsWritten() {
        Shell.Said said = shell.run("apply", "--op", "frames", "in.npy", "--to", "one.csv");
        assertEquals(Exit.FAILED, said.code());
        assertTrue(said.sentence().startsWith("outputs[0].file: one.csv: no exporter writes a U8 stack"), said.err());
        assertTrue(Files.notExists(folder.resolve("one.csv")));
    }
}
