package org.tachyscope.load.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;

/** What happens when there is no room, or no permission. */
class RoomTest {

    private final Path folder;
    private final Path kept;

    RoomTest(@TempDir Path folder) {
        this.folder = folder;
        this.kept = folder.resolve("cache");
    }

    private void use(DiskCache cache, Path source, long time) throws IOException {
        Fake.open(cache, source).close();
        DiskCache.Entry entry = cache.entries().stream()
                .filter(one -> one.key().source().getFileName().equals(source.getFileName()))
                .findFirst()
                .orElseThrow();
        Files.setLastModifiedTime(kept.resolve(entry.name()).resolve(Part.INDEX), FileTime.fromMillis(time));
    }

    private static List<String> names(DiskCache cache) throws IOException {
        return cache.entries().stream()
                .map(entry -> entry.key().source().getFileName().toString())
                .sorted()
                .toList();
    }

    private static long bytes(DiskCache cache) throws IOException {
        return cache.entries().stream().mapToLong(DiskCache.Entry::bytes).sum();
    }

    @Test
    void whatWasNotUsedForTheLongestTimeMakesRoom() throws IOException {
        FileCache plenty = Fake.cache(kept);
        use(plenty, Fake.source(folder, "a", 1), 2000);
        use(plenty, Fake.source(folder, "b", 1), 1000);
        use(plenty, Fake.source(folder, "c", 1), 3000);
        FileCache tight = new FileCache(kept, OptionalLong.of(bytes(plenty)));
        Fake.open(tight, Fake.source(folder, "d", 1)).close();
        assertEquals(List.of("a", "c", "d"), names(tight));
    }

    @Test
    void openingIsUse() throws IOException {
        FileCache plenty = Fake.cache(kept);
        use(plenty, Fake.source(folder, "a", 1), 1000);
        use(plenty, Fake.source(folder, "b", 1), 2000);
        FileCache tight = new FileCache(kept, OptionalLong.of(bytes(plenty)));
        Fake.open(tight, folder.resolve("a")).close();
        Fake.open(tight, Fake.source(folder, "c", 1)).close();
        assertEquals(List.of("a", "c"), names(tight));
    }

    @Test
    void whatIsOpenStays() throws IOException {
        FileCache cache = new FileCache(kept, OptionalLong.of(1000));
        Path c = Fake.source(folder, "c", 1);
        try (Stack a = Fake.open(cache, Fake.source(folder, "a", 1))) {
            Fake.open(cache, Fake.source(folder, "b", 1)).close();
            Fake.open(cache, c).close();
            assertEquals(List.of("a", "c"), names(cache));
            assertEquals(List.of(1), Fake.values(a));
        }
    }

    @Test
    void whatExceedsTheQuotaIsRefusedBeforeDecoding() throws IOException {
        FileCache cache = new FileCache(kept, OptionalLong.of(1000));
        Path source = Fake.source(folder, "a", new int[10]);
        Fake.Decoding decoding = Fake.plan(source);
        IOException e = assertThrows(
                IOException.class,
                () -> cache.through(Fake.key(source), decoding).open(Progress.none()));
        // 10 frames of 210 + 70 + 48 bytes, and 4 to a multiple of 64
        assertEquals(
                kept + ": the disk cache needs 3.3 kB for 10 × 3 × 70 U8, it may hold 1.0 kB; TACHYSCOPE_CACHE_QUOTA"
                        + " changes that",
                e.getMessage());
        assertEquals(0, decoding.opened().get());
    }

    @Test
    void quotaIsHalfOfWhatWouldBeFreeUnlessTheUserSays() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long quota = new FileCache(kept, OptionalLong.empty()).quota();
        assertEquals(0.5, (double) quota / free, 0.1);
        assertEquals(77, new FileCache(kept, OptionalLong.of(77)).quota());
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(kept, "in the way");
        Path source = Fake.source(folder, "a", 1);
        IOException e = assertThrows(IOException.class, () -> Fake.open(Fake.cache(kept), source));
        assertEquals(
                kept + ": the disk cache can't be used: FileAlreadyExistsException; TACHYSCOPE_CACHE names another"
                        + " folder",
                e.getMessage());
    }

    @Test
    void fullDiskIsAnErrorAtTheStart() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount(disk, "size=256k"), "only root mounts a disk");
        try {
            FileCache cache = new FileCache(disk, OptionalLong.of(1 << 30));
            Path source = Fake.source(folder, "a", new int[2000]);
            Fake.Decoding decoding = Fake.plan(source);
            IOException e = assertThrows(
                    IOException.class,
                    () -> cache.through(Fake.key(source), decoding).open(Progress.none()));
            assertTrue(
                    e.getMessage()
                            .startsWith(disk + ": the disk cache needs 656.0 kB for 2000 × 3 × 70 U8, the disk has "),
                    e.getMessage());
            assertEquals(0, decoding.opened().get());
            assertNothingBut(disk, ".lock");
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void entriesAreDeletedForAFullDisk() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount(disk, "size=1m"), "only root mounts a disk");
        try {
            FileCache cache = new FileCache(disk, OptionalLong.of(1 << 30));
            Fake.open(cache, Fake.source(folder, "a", new int[2000])).close();
            Fake.open(cache, Fake.source(folder, "b", new int[2000])).close();
            assertEquals(List.of("b"), names(cache));
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void folderThatCannotBeWrittenIsRefused() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount(disk, "size=1m,ro"), "only root mounts a disk");
        try {
            Path source = Fake.source(folder, "a", 1);
            IOException e = assertThrows(IOException.class, () -> Fake.open(Fake.cache(disk), source));
            assertEquals(
                    disk + ": the disk cache can't be used: Read-only file system; TACHYSCOPE_CACHE names another"
                            + " folder",
                    e.getMessage());
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void assertNothingBut(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(name),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static boolean mount(Path disk, String options) throws InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
