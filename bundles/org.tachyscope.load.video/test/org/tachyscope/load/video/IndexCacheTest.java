package org.tachyscope.load.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;

class IndexCacheTest {

    @TempDir
    Path folder;

    private Path video;
    private Path cache;

    @BeforeEach
    void makeVideo() throws IOException {
        cache = folder.resolve("cache/video-index");
        video = Videos.of(40, folder.resolve("a.mp4"), "-c:v libx264 -g 12 -bf 2 -pix_fmt yuv420p -movflags faststart");
    }

    /** Counts how often packets are gone through: an index from the cache reports no bytes. */
    private long scans() throws IOException {
        AtomicLong scans = new AtomicLong();
        Plan plan = loader().plan(video, loader().defaults(), new Progress() {
            @Override
            public void step(String name) {
                scans.addAndGet(name.startsWith("indexing") ? 1 : 0);
            }

            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertEquals(40, plan.shape().frames());
        return scans.get();
    }

    private VideoLoader loader() {
        return new VideoLoader(Optional.of(new IndexCache(cache)));
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.getFirst();
        }
    }

    @Test
    void keepsTheIndex() throws Exception {
        assertEquals(1, scans());
        assertEquals(0, scans());
        kept();
        VideoLoader loader = loader();
        Plan plain = Videos.plan(video);
        Plan again = loader.plan(video, loader.defaults(), Progress.none());
        assertEquals(plain.losses(), again.losses());
        assertEquals(plain.notes(), again.notes());
    }

    @Test
    void aChangedVideoIsReadAgain() throws Exception {
        scans();
        Files.setLastModifiedTime(video, FileTime.fromMillis(1_000_000_000));
        assertEquals(1, scans());
        assertEquals(0, scans());
        kept();
    }

    /** Same path, size and time, but other bytes at the end. */
    @Test
    void otherContentOfTheSameSizeIsReadAgain() throws Exception {
        scans();
        FileTime time = Files.getLastModifiedTime(video);
        byte[] bytes = Files.readAllBytes(video);
        bytes[bytes.length - 9]++;
        Files.write(video, bytes);
        Files.setLastModifiedTime(video, time);
        assertEquals(1, scans());
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        scans();
        byte[] whole = Files.readAllBytes(kept());
        for (int at : new int[] {0, 20, 90, whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x40;
            Files.write(kept(), damaged);
            assertEquals(1, scans(), "flipped byte " + at);
            assertEquals(0, scans());
        }
        for (int length : new int[] {0, 5, 8, 100, whole.length - 1}) {
            Files.write(kept(), java.util.Arrays.copyOf(whole, length));
            assertEquals(1, scans(), "cut at " + length);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNoHarm() throws Exception {
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "a file where the folder should be");
        assertEquals(1, scans());
        assertEquals(1, scans());
    }

    @Test
    void theOldestMakeRoom() throws Exception {
        scans();
        Path first = kept();
        for (int i = 0; i < 1000; i++) {
            Path other = Files.createFile(cache.resolve(i + ".index"));
            Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000_000L + i));
        }
        Files.setLastModifiedTime(video, FileTime.fromMillis(1_000_000_000));
        scans();
        try (Stream<Path> files = Files.list(cache)) {
            assertEquals(1000, files.count());
        }
        assertTrue(Files.exists(first));
        assertTrue(Files.notExists(cache.resolve("0.index")));
    }

    @Test
    void liesWhereTheSystemWantsIt() {
        Path home = Path.of("/home/a");
        assertEquals(Path.of("/home/a/.cache/tachyscope"), IndexCache.base(Map.of(), home, "Linux"));
        assertEquals(Path.of("/x/tachyscope"), IndexCache.base(Map.of("XDG_CACHE_HOME", "/x"), home, "Linux"));
        assertEquals(Path.of("/home/a/Library/Caches/Tachyscope"), IndexCache.base(Map.of(), home, "Mac OS X"));
        assertEquals(Path.of("/l/Tachyscope/Cache"), IndexCache.base(Map.of("LOCALAPPDATA", "/l"), home, "Windows 11"));
        assertEquals(Path.of("/c"), IndexCache.base(Map.of("TACHYSCOPE_CACHE", "/c"), home, "Linux"));
    }
}
