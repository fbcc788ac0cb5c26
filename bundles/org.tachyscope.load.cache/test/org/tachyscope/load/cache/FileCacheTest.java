package org.tachyscope.load.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.FrameStatistics;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

class FileCacheTest {

    private final Path folder;
    private final Path kept;
    private final FileCache cache;

    FileCacheTest(@TempDir Path folder) {
        this.folder = folder;
        this.kept = folder.resolve("cache");
        this.cache = Fake.cache(kept);
    }

    private List<String> left() throws IOException {
        if (!Files.exists(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }

    @Test
    void decodesOnceAndMapsFromThenOn() throws IOException {
        Path source = Fake.source(folder, "a", 5, 6, 7);
        Fake.Decoding decoding = Fake.plan(source);
        Plan first = cache.through(Fake.key(source), decoding);
        assertEquals(Plan.Access.MAPPED, first.cost().access());
        // 3 frames of 3 × 70, their halves of 2 × 35 in a multiple of 64, and a record of 48 bytes each
        assertEquals(630 + 256 + 144, first.cost().diskBytes());
        assertEquals(0, first.cost().memoryBytes());
        try (Stack stack = first.open(Progress.none())) {
            assertEquals(List.of(5, 6, 7), Fake.values(stack));
        }
        Plan second = cache.through(Fake.key(source), decoding);
        assertEquals(new Plan.Cost(0, 0, 0, Plan.Access.MAPPED), second.cost());
        try (Stack stack = second.open(Progress.none())) {
            assertEquals(List.of(5, 6, 7), Fake.values(stack));
            assertEquals(630, stack.contiguous().orElseThrow().byteSize());
        }
        assertEquals(1, decoding.opened().get());
    }

    @Test
    void planReadsNothing() throws IOException {
        Path source = Fake.source(folder, "a", 5);
        Fake.Decoding decoding = Fake.plan(source);
        cache.through(Fake.key(source), decoding);
        assertEquals(0, decoding.opened().get());
        assertEquals(List.of(), left());
    }

    @Test
    void metadataStays() throws IOException {
        Path source = Fake.source(folder, "a", 5, 6);
        Metadata metadata = new Metadata(
                "Messung ✓",
                new Timing.Listed(new double[] {0.25, 1.5}),
                List.of("a.png", "b.png"),
                new Calibration(0.5, 0.75, "µm", "K"),
                List.of(new Loss(Loss.Kind.SKIPPED, 3, "three are gone")),
                Map.of("camera", "old", "dtype", "<f2"));
        cache.through(Fake.key(source), Fake.plan(source, metadata))
                .open(Progress.none())
                .close();
        try (Stack stack = Fake.open(cache, source)) {
            Metadata read = stack.metadata();
            assertEquals(OptionalDouble.of(1.5), read.timing().seconds(1));
            assertEquals(metadata.withTiming(Timing.UNKNOWN), read.withTiming(Timing.UNKNOWN));
        }
    }

    @Test
    void evenTimesStay() throws IOException {
        Path source = Fake.source(folder, "a", 5, 6);
        Metadata metadata = Metadata.named("x").withTiming(new Timing.Uniform(2, 0.5));
        try (Stack stack =
                cache.through(Fake.key(source), Fake.plan(source, metadata)).open(Progress.none())) {
            assertEquals(metadata, stack.metadata());
        }
    }

    @Test
    void statisticsOfEveryFrameAreThere() throws IOException {
        try (Stack stack = Fake.open(cache, Fake.source(folder, "a", 3, 200))) {
            var overview = stack.overview().orElseThrow();
            assertEquals(new FrameStatistics(210, 200, 200, 42_000, 8_400_000), overview.statistics(1));
            assertEquals(new FrameStatistics(420, 3, 200, 42_630, 8_401_890), overview.whole());
            assertThrows(IndexOutOfBoundsException.class, () -> overview.statistics(2));
        }
    }

    @Test
    void smallerCopiesAreThere() throws IOException {
        try (Stack stack = Fake.open(cache, Fake.source(folder, "a", 3, 200))) {
            List<Stack> smaller = stack.overview().orElseThrow().smaller();
            assertEquals(1, smaller.size());
            assertEquals(new Shape(2, 2, 35, 1), smaller.getFirst().shape());
            assertEquals(List.of(3, 200), Fake.values(smaller.getFirst()));
        }
    }

    @Test
    void changedFileIsDecodedAgain() throws IOException {
        Path source = Fake.source(folder, "a", 5, 6);
        Fake.open(cache, source).close();
        FileTime time = Files.getLastModifiedTime(source);
        Fake.source(folder, "a", 5, 7);
        Files.setLastModifiedTime(source, time);
        try (Stack stack = Fake.open(cache, source)) {
            assertEquals(List.of(5, 7), Fake.values(stack), "the content tells, even if size and time are the same");
        }
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        assertTrue(
                cache.through(Fake.key(source), Fake.plan(source)).cost().diskBytes() > 0,
                "another time is another state");
    }

    @Test
    void otherParametersAreAnotherEntry() throws IOException {
        Path source = Fake.source(folder, "a", 5);
        Fake.open(cache, source).close();
        Fake.Decoding decoding = Fake.plan(source);
        cache.through(new DiskCache.Key(source, "fake 1", "gray=true"), decoding)
                .open(Progress.none())
                .close();
        cache.through(new DiskCache.Key(source, "fake 2", ""), decoding)
                .open(Progress.none())
                .close();
        assertEquals(2, decoding.opened().get());
        assertEquals(3, cache.entries().size());
    }

    @Test
    void folderThatChangedIsDecodedAgain() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        Fake.source(frames, "one", 1);
        Identity before = Identity.of(frames, List.of());
        assertEquals(before, Identity.of(frames, List.of()));
        Fake.source(frames, "two", 1);
        assertFalse(before.equals(Identity.of(frames, List.of())), "a file more");
        Files.delete(frames.resolve("two"));
        Files.setLastModifiedTime(frames.resolve("one"), FileTime.from(Instant.EPOCH));
        assertFalse(before.equals(Identity.of(frames, List.of())), "another time");
    }

    @Test
    void aLinkIsTheSameSource() throws IOException {
        Path source = Fake.source(folder, "a", 5);
        Fake.open(cache, source).close();
        Path link = Files.createSymbolicLink(folder.resolve("link"), source);
        assertEquals(0, cache.through(Fake.key(link), Fake.plan(link)).cost().diskBytes());
    }

    @Test
    void sourceThatChangesBeforeItIsReadIsRefused() throws IOException {
        Path source = Fake.source(folder, "a", 5);
        Plan plan = cache.through(Fake.key(source), Fake.plan(source));
        Fake.source(folder, "a", 6);
        IOException e = assertThrows(IOException.class, () -> plan.open(Progress.none()));
        assertEquals(source + ": the source has changed since it was looked at; open it again", e.getMessage());
        assertEquals(List.of(), left());
    }

    @Test
    void sourceThatChangesWhileItIsReadIsRefused() throws IOException {
        Path source = Fake.source(folder, "a", 5);
        Plan plan = cache.through(
                Fake.key(source),
                Fake.plan(source).before(() -> Files.setLastModifiedTime(source, FileTime.fromMillis(1))));
        IOException e = assertThrows(IOException.class, () -> plan.open(Progress.none()));
        assertEquals(source + ": the source has changed since it was looked at; open it again", e.getMessage());
        assertEquals(List.of(), left());
    }

    @Test
    void sourceThatCannotBeDecodedLeavesNothing() throws IOException {
        Path source = Fake.source(folder, "a", 5, 6);
        Plan plan = cache.through(Fake.key(source), Fake.plan(source).before(() -> {
            throw new IOException("frame 0 is broken");
        }));
        assertEquals(
                "frame 0 is broken",
                assertThrows(IOException.class, () -> plan.open(Progress.none()))
                        .getMessage());
        assertEquals(List.of(), left());
    }

    @Test
    void cancelledDecodingLeavesNothing() throws IOException {
        Path source = Fake.source(folder, "a", new int[100]);
        Progress progress = new Progress() {
            private long done;

            @Override
            public void worked(long now, long total) {
                done = now;
            }

            @Override
            public boolean cancelled() {
                return done > 10;
            }
        };
        Plan plan = cache.through(Fake.key(source), Fake.plan(source));
        assertThrows(CancellationException.class, () -> plan.open(progress));
        assertEquals(List.of(), left());
    }

    @Test
    void loadersDecodeIntoTheCache() throws IOException {
        for (boolean tells : new boolean[] {true, false}) {
            Path source = Fake.source(folder, "a" + tells, 9, 8, 7);
            Plan whole = new Fake.Whole(Fake.plan(source), tells);
            try (Stack stack = cache.through(Fake.key(source), whole).open(Progress.none())) {
                assertEquals(List.of(9, 8, 7), Fake.values(stack));
                var overview = stack.overview().orElseThrow();
                assertEquals(8, overview.statistics(1).mean());
                assertEquals(List.of(9, 8, 7), Fake.values(overview.smaller().getFirst()));
            }
        }
    }

    @Test
    void framesThatAreClosedUpMoveTheirStatistics() throws IOException {
        for (boolean tells : new boolean[] {true, false}) {
            Path source = Fake.source(folder, "a" + tells, 0, 8, 0, 7);
            Plan whole = new Fake.Whole(Fake.plan(source), tells);
            cache.through(Fake.key(source), whole).open(Progress.none()).close();
            Plan again = cache.through(Fake.key(source), whole);
            assertEquals(2, again.shape().frames());
            assertEquals(List.of(new Loss(Loss.Kind.SKIPPED, 2, "zeros are broken")), again.losses());
            try (Stack stack = again.open(Progress.none())) {
                assertEquals(List.of(8, 7), Fake.values(stack));
                var overview = stack.overview().orElseThrow();
                assertEquals(8, overview.statistics(0).max());
                assertEquals(7, overview.statistics(1).max());
                assertEquals(List.of(8, 7), Fake.values(overview.smaller().getFirst()));
            }
            assertEquals(List.of(), cache.verify(cache.entries().getFirst(), Progress.none()));
        }
    }

    @Test
    void entriesSayWhatTheyAre() throws IOException {
        Path one = Fake.source(folder, "one", 1);
        Path two = Fake.source(folder, "two", 1, 2);
        Fake.open(cache, one).close();
        try (Stack stack = Fake.open(cache, two)) {
            List<DiskCache.Entry> entries = cache.entries();
            assertEquals(2, entries.size());
            assertEquals(two.toRealPath(), entries.getFirst().key().source(), "the last used first");
            assertTrue(entries.getFirst().open());
            assertFalse(entries.getLast().open());
            assertEquals(stack.shape(), entries.getFirst().shape());
            assertFalse(cache.delete(entries.getFirst()), "it is open");
            assertTrue(cache.delete(entries.getLast()));
        }
        assertEquals(1, left().size());
        assertFalse(cache.entries().getFirst().open(), "closed");
    }

    @Test
    void twoStacksHoldOneEntry() throws IOException {
        Path source = Fake.source(folder, "a", 1);
        Stack one = Fake.open(cache, source);
        Stack other = Fake.open(cache, source);
        one.close();
        assertFalse(cache.delete(cache.entries().getFirst()), "the other one is open");
        other.close();
        assertTrue(cache.delete(cache.entries().getFirst()));
    }
}
