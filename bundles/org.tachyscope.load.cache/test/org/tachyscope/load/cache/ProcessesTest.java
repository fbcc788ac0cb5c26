package org.tachyscope.load.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;

/** What several processes and threads do to one cache, and what one leaves that is killed. */
class ProcessesTest {

    private final Path folder;
    private final Path kept;

    ProcessesTest(@TempDir Path folder) {
        this.folder = folder;
        this.kept = folder.resolve("cache");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }

    @Test
    void killedProcessLeavesNothingThatOpens() throws Exception {
        Path source = Fake.source(folder, "a", new int[20]);
        Other.start(folder, "decode", kept, source).close();
        assertEquals(1, left().size(), "what the killed process wrote");
        assertTrue(left().getFirst().endsWith(".part"));
        FileCache cache = Fake.cache(kept);
        assertTrue(cache.through(Fake.key(source), Fake.plan(source)).cost().diskBytes() > 0, "isn't there");
        assertEquals(List.of(), cache.entries());
        assertEquals(List.of(), left(), "the rest is cleaned up");
    }

    @Test
    void sourceOfAKilledProcessIsDecodedAgain() throws Exception {
        Path source = Fake.source(folder, "a", new int[20]);
        Other.start(folder, "decode", kept, source).close();
        try (Stack stack = Fake.open(Fake.cache(kept), source)) {
            assertEquals(Collections.nCopies(20, 0), Fake.values(stack));
        }
    }

    @Test
    void whatIsBeingWrittenIsNotCleanedUp() throws Exception {
        Path source = Fake.source(folder, "a", new int[20]);
        try (Other other = Other.start(folder, "decode", kept, source)) {
            assertEquals(List.of(), Fake.cache(kept).entries());
            assertEquals(1, left().size());
            other.close();
        }
    }

    @Test
    void whatAnotherProcessHasOpenStays() throws Exception {
        Path source = Fake.source(folder, "a", 1);
        try (Other other = Other.start(folder, "hold", kept, source)) {
            FileCache cache = Fake.cache(kept);
            assertTrue(cache.entries().getFirst().open());
            assertFalse(cache.delete(cache.entries().getFirst()));
            other.close();
            assertFalse(cache.entries().getFirst().open());
            assertTrue(cache.delete(cache.entries().getFirst()));
        }
    }

    @Test
    void twoProcessesDecodeOnce() throws Exception {
        Path source = Fake.source(folder, "a", new int[2000]);
        try (Other one = Other.begin(folder, "open", kept, source);
                Other two = Other.begin(folder, "open", kept, source)) {
            Fake.open(Fake.cache(kept), source).close();
            assertEquals(0, one.await());
            assertEquals(0, two.await());
        }
        assertEquals(1, left().size());
        FileCache cache = Fake.cache(kept);
        assertEquals(List.of(), cache.verify(cache.entries().getFirst(), Progress.none()));
    }

    @Test
    void manyThreadsDecodeOnce() throws Exception {
        Path source = Fake.source(folder, "a", 1, 2, 3);
        FileCache cache = Fake.cache(kept);
        Fake.Decoding decoding = Fake.plan(source);
        Callable<List<Integer>> open = () -> {
            try (Stack stack = cache.through(Fake.key(source), decoding).open(Progress.none())) {
                return Fake.values(stack);
            }
        };
        List<Future<List<Integer>>> all;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            all = threads.invokeAll(Collections.nCopies(16, open));
        }
        for (Future<List<Integer>> one : all) {
            assertEquals(List.of(1, 2, 3), one.get());
        }
        assertEquals(1, decoding.opened().get());
    }

    @Test
    void threadsWithManySourcesKeepToTheQuota() throws Exception {
        // An entry of one frame takes 210 + 128 + 48 bytes and its index some 150 more; twelve of them don't fit.
        FileCache cache = new FileCache(kept, OptionalLong.of(4000));
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int value = i;
            all.add(() -> {
                try (Stack stack = Fake.open(cache, Fake.source(folder, "s" + value % 12, value % 12))) {
                    return Fake.values(stack).getFirst();
                }
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            int i = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                assertEquals(i++ % 12, one.get());
            }
        }
        long bytes = cache.entries().stream().mapToLong(entry -> entry.bytes()).sum();
        // The length of an index isn't known when room is made.
        assertTrue(bytes <= 4000 + 10 * 200 && bytes > 2000, bytes + " bytes");
    }
}
