package org.tachyscope.load.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

/** What becomes of entries whose files aren't as they were written. */
class DamageTest {

    private final Path folder;
    private final FileCache cache;
    private final Path source;

    DamageTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.cache = Fake.cache(folder.resolve("cache"));
        this.source = Fake.source(folder, "a", 1, 2, 3);
    }

    @BeforeEach
    void write() throws IOException {
        Metadata metadata = new Metadata(
                "name",
                new Timing.Listed(new double[] {1, 2, 3}),
                List.of("a", "b", "c"),
                Calibration.PIXELS,
                List.of(new Loss(Loss.Kind.FILLED, 1, "one")),
                Map.of("key", "value"));
        cache.through(Fake.key(source), Fake.plan(source, metadata))
                .open(Progress.none())
                .close();
    }

    private Path file(String name) throws IOException {
        return folder.resolve("cache")
                .resolve(cache.entries().getFirst().name())
                .resolve(name);
    }

    private static void change(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x10));
            channel.write(one.flip().limit(1), at);
        }
    }

    private List<String> verify() throws IOException {
        return cache.verify(cache.entries().getFirst(), Progress.none());
    }

    @Test
    void whatIsWholeIsVerified() throws IOException {
        assertEquals(List.of(), verify());
    }

    @Test
    void changedPixelIsNamed() throws IOException {
        change(file("pixels"), 210 + 17);
        assertEquals(List.of("the pixels of 1 of 3 frames aren't what was written: 1"), verify());
    }

    @Test
    void changedCopyIsNamed() throws IOException {
        change(file("levels"), 3 * 70 - 1);
        assertEquals(List.of("the smaller copies of 1 of 3 frames aren't what was written: 2"), verify());
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "pixels", "levels"})
    void missingOrShortFilesAreMadeAgain(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }
        opens();
        Files.delete(file(name));
        opens();
    }

    @Test
    void changedIndexIsMadeAgain() throws IOException {
        change(file("index"), 40);
        opens();
        assertEquals(List.of(), verify());
    }

    @Test
    void damagedEntryIsNotListed() throws IOException {
        change(file("index"), 40);
        assertEquals(List.of(), cache.entries());
    }

    private void opens() throws IOException {
        try (Stack stack = Fake.open(cache, source)) {
            assertEquals(List.of(1, 2, 3), Fake.values(stack));
        }
    }

    /** Any changed byte of an index whose checksum was mended gives an index or one clear sentence. */
    @Test
    void parserSurvivesAnyChangedByte() throws IOException {
        byte[] valid = Files.readAllBytes(file("index"));
        for (int at = 0; at < valid.length - 4; at++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                byte[] changed = valid.clone();
                changed[at] = (byte) value;
                read(changed, "byte " + at + " = " + value);
            }
        }
    }

    @Test
    void parserSurvivesAnyLength() throws IOException {
        byte[] valid = Files.readAllBytes(file("index"));
        for (int length = 0; length < valid.length; length++) {
            read(Arrays.copyOf(valid, length), "length " + length);
        }
    }

    @Test
    void parserSurvivesRandomChanges() throws IOException {
        byte[] valid = Files.readAllBytes(file("index"));
        Random random = new Random(4);
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = valid.clone();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            read(changed, "round " + round);
        }
    }

    private static void read(byte[] bytes, String what) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocate(Math.max(1, bytes.length)).asSlice(0, bytes.length);
            MemorySegment.copy(bytes, 0, all, ValueLayout.JAVA_BYTE, 0, bytes.length);
            long end = bytes.length - 4L;
            if (end >= 0) {
                all.set(ValueLayout.JAVA_INT_UNALIGNED, end, Checksum.of(all.asSlice(0, end)));
            }
            Index index = Index.read(all);
            assertEquals(index.frames(), index.records().count(), what);
        } catch (Index.Damaged e) {
            assertEquals(1, e.getMessage().lines().count(), what);
        } catch (IOException | RuntimeException | Error e) {
            fail(what, e);
        }
    }
}
