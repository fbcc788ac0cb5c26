package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.core.Catalog;
import org.tachyscope.load.cache.FileCache;

/** A source is decoded once, and what is kept can be listed, deleted and verified. */
class CacheTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        Catalog catalog = Plain.catalog(new FileCache(folder.resolve("kept"), OptionalLong.of(1_000_000_000)));
        shell = new Shell(folder, () -> catalog);
        // signed: −1 0 1 2 and 3 4 5 6, decoded to F32
        Arrays.write(folder.resolve("in.npy"), "|i1", "(2, 2, 2)", new byte[] {-1, 0, 1, 2, 3, 4, 5, 6});
    }

    private String said(String... arguments) {
        Shell.Said said = shell.run(arguments);
        assertEquals("", said.err());
        assertEquals(0, said.code());
        return said.out();
    }

    private Path entry() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            return files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    @Test
    void resultsAreTheSameAsWithout() throws IOException {
        said("reduce", "--op", "mean,std", "in.npy", "--out", "plain");
        said("reduce", "--cache", "--op", "mean,std", "in.npy", "--out", "first");
        said("reduce", "--cache", "--op", "mean,std", "in.npy", "--out", "second");
        for (String name : List.of("in_mean.npy", "in_std.npy")) {
            byte[] plain = Files.readAllBytes(folder.resolve("plain").resolve(name));
            assertTrue(java.util.Arrays.equals(
                    plain, Files.readAllBytes(folder.resolve("first").resolve(name))));
            assertTrue(java.util.Arrays.equals(
                    plain, Files.readAllBytes(folder.resolve("second").resolve(name))));
        }
    }

    @Test
    void infoSaysWhatIsKnown() {
        String before = said("info", "--cache", "in.npy");
        assertTrue(before.contains("it is decoded into the disk cache once"), before);
        assertTrue(before.contains("; writes 128 bytes to disk"), before);
        said("reduce", "--cache", "--op", "mean", "in.npy", "--out", "out");
        String after = said("info", "--cache", "in.npy");
        assertTrue(after.contains("it is in the disk cache and is mapped from there"), after);
        assertTrue(after.contains("min -1.00000, max 6.00000, mean 2.50000, std 2.29129"), after);
    }

    @Test
    void listNamesWhatIsKept() throws IOException {
        assertEquals(
                "0 stacks, 0 bytes of 1 GB, in " + folder.resolve("kept"),
                said("cache", "list").strip());
        said("reduce", "--cache", "--op", "mean", "in.npy", "--out", "out");
        List<String> lines = said("cache", "list").lines().toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.getFirst().matches(".*/in\\.npy  2 × 2 × 2 F32  \\d+ bytes  used 0 min ago  by npy axes=AUTO.*"),
                lines.getFirst());
        assertTrue(lines.getLast().matches("1 stack, \\d+ bytes of 1 GB, in .*"), lines.getLast());
    }

    @Test
    void mappedSourcesStayWhereTheyAre() throws IOException {
        Arrays.write(folder.resolve("mapped.npy"), "|u1", "(1, 2, 2)", new byte[4]);
        said("reduce", "--cache", "--op", "mean", "mapped.npy", "--out", "out");
        assertFalse(Files.exists(folder.resolve("kept")));
    }

    @Test
    void clearDeletesOneSourceOrAll() throws IOException {
        Arrays.write(folder.resolve("other.npy"), "|i1", "(1, 2, 2)", new byte[4]);
        said("reduce", "--cache", "--op", "mean", "in.npy", "--out", "out");
        said("reduce", "--cache", "--op", "mean", "other.npy", "--out", "out");
        assertTrue(said("cache", "clear", "in.npy").startsWith("deleted 1 stack, "));
        assertTrue(said("cache", "list").contains("other.npy"));
        assertTrue(said("cache", "clear").startsWith("deleted 1 stack, "));
        assertTrue(said("cache", "list").startsWith("0 stacks"));
    }

    @Test
    void verifyDeletesWhatIsDamaged() throws IOException {
        said("reduce", "--cache", "--op", "mean", "in.npy", "--out", "out");
        assertEquals("1 stack verified, 0 damaged", said("cache", "verify").strip());
        try (RandomAccessFile pixels =
                new RandomAccessFile(entry().resolve("pixels").toFile(), "rw")) {
            pixels.write(0x55);
        }
        Shell.Said said = shell.run("cache", "verify");
        assertEquals(1, said.code());
        assertEquals(
                folder.resolve("in.npy").toRealPath()
                        + ": the pixels of 1 of 2 frames aren't what was written: 0; deleted",
                said.sentence());
        assertTrue(said("cache", "list").startsWith("0 stacks"));
    }
}
