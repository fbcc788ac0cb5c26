package org.tachyscope.load.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.video.VideoParams.Colour;
import org.tachyscope.load.video.VideoParams.OnError;

class BrokenVideosTest {

    private static final String H264 = "-c:v libx264 -pix_fmt yuv420p -preset veryfast -g 12 -bf 2 ";

    @TempDir
    Path folder;

    /** Every frame that is complete is there, at its own time and with its own number, and the loss says what isn't. */
    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi", "a.mov", "a.ts"})
    void whatIsCompleteOfACutFileIsThere(String name) throws Exception {
        String noisy = H264 + "-vf noise=alls=30:allf=t ";
        String options = name.endsWith("mp4") || name.endsWith("mov") ? noisy + "-movflags faststart" : noisy;
        Path whole = Videos.of(100, folder.resolve(name), options);
        long size = Files.size(whole);
        for (double part : new double[] {0.5, 0.7, 0.9, 0.97}) {
            Path cut = Videos.cut(whole, folder.resolve("cut-" + name), (long) (part * size) + 3);
            Plan plan = Videos.plan(cut);
            int frames = (int) plan.shape().frames();
            assertTrue(frames > 20 && frames < 100, frames + " frames of " + part);
            if (!name.endsWith("ts")) {
                assertEquals(
                        Loss.Kind.SKIPPED,
                        plan.losses().getFirst().kind(),
                        plan.losses().toString());
                assertEquals(
                        100 - frames,
                        plan.losses().getFirst().count(),
                        plan.losses().toString());
                assertTrue(
                        plan.losses().getFirst().detail().contains("frame " + (frames - 1)),
                        plan.losses().toString());
            }
            assertShowTheirTimes(plan);
        }
    }

    private static void assertShowTheirTimes(Plan plan) throws IOException {
        try (Stack stack = plan.open(Progress.none());
                Cursor cursor = stack.cursor()) {
            double start = stack.metadata().timing().seconds(0).orElseThrow();
            for (int t = (int) stack.shape().frames() - 1; t >= 0; t--) {
                double time = stack.metadata().timing().seconds(t).orElseThrow() - start;
                assertEquals(Math.round(time * 25), Videos.number(cursor.frame(t)), "frame " + t);
            }
        }
    }

    /** One packet of a video without dependencies is wiped. */
    @Test
    void aBrokenFrameStopsOrShowsTheOneBefore() throws Exception {
        Path file = Videos.of(20, folder.resolve("a.mp4"), H264 + "-g 1 -bf 0");
        Packets packets = Scan.of(file, Progress.none()).packets();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (int) packets.place(7), (int) packets.place(7) + packets.size(7), (byte) 0);
        Files.write(file, bytes);
        try (Stack stack = Videos.open(file);
                Cursor cursor = stack.cursor()) {
            IOException error = assertThrows(IOException.class, () -> cursor.frame(7));
            assertTrue(error.getMessage().startsWith("frame 7 of a.mp4: it can't be decoded"), error.getMessage());
            assertEquals(8, Videos.number(cursor.frame(8)));
            assertEquals(6, Videos.number(cursor.frame(6)));
        }
        VideoParams repeat = new VideoParams(Colour.GRAY, OnError.REPEAT, 2);
        try (Stack stack = Videos.loader().plan(file, repeat, Progress.none()).open(Progress.none());
                Cursor cursor = stack.cursor()) {
            int before = stack.metadata().losses().size();
            for (int t = 0; t < 20; t++) {
                assertEquals(t == 7 ? 6 : t, Videos.number(cursor.frame(t)));
            }
            assertEquals(before + 1, stack.metadata().losses().size());
            Loss loss = stack.metadata().losses().getLast();
            assertEquals(new Loss(Loss.Kind.FILLED, 1, "frame 7 can't be decoded and shows the frame before"), loss);
        }
    }

    /** Pictures after a wiped one that refer to it are patched by the decoder, which a person should know. */
    @Test
    void patchedFramesAreRemarked() throws Exception {
        Path file = Videos.of(
                20, folder.resolve("a.mp4"), "-c:v mpeg4 -q:v 2 -g 20 -bf 0 -ps 100 -vf noise=alls=30:allf=t");
        Packets packets = Scan.of(file, Progress.none()).packets();
        byte[] bytes = Files.readAllBytes(file);
        int from = (int) packets.place(7) + packets.size(7) * 4 / 10;
        Arrays.fill(bytes, from, from + packets.size(7) * 4 / 10, (byte) 0x5a);
        Files.write(file, bytes);
        try (Stack stack = Videos.open(file);
                Cursor cursor = stack.cursor()) {
            assertEquals(List.of(), stack.remarks());
            for (int t = 0; t < 20; t++) {
                cursor.frame(t);
            }
            assertEquals(1, stack.remarks().size(), "remarks");
            assertTrue(
                    stack.remarks().getFirst().startsWith("frame"),
                    stack.remarks().toString());
            assertTrue(
                    stack.remarks().getFirst().contains("damaged"),
                    stack.remarks().toString());
        }
    }

    /** Packets may come from a video whose size changed on the way; that a stack can't show. */
    @Test
    void framesOfAnotherSizeAreNamed() throws Exception {
        Path small = Videos.of(12, folder.resolve("a.ts"), H264);
        Path large = Videos.of(12, folder.resolve("b.ts"), H264 + "-s 320x96");
        byte[] one = Files.readAllBytes(small);
        byte[] both = Arrays.copyOf(one, one.length + (int) Files.size(large));
        System.arraycopy(Files.readAllBytes(large), 0, both, one.length, both.length - one.length);
        Path file = Files.write(folder.resolve("both.ts"), both);
        try (Stack stack = Videos.open(file);
                Cursor cursor = stack.cursor()) {
            IOException error = assertThrows(IOException.class, () -> {
                for (long t = 0; t < stack.shape().frames(); t++) {
                    cursor.frame(t);
                }
            });
            assertTrue(error.getMessage().contains("of both.ts: it is 320 × 96"), error.getMessage());
        }
    }

    /**
     * The first groups are cut away: what remains begins with a picture that all can start from, followed by some that are shown
     * before it and refer to what was cut away.
     */
    @Test
    void framesThatReferToWhatIsNotThereAreALoss() throws Exception {
        Path whole = Videos.of(
                60,
                folder.resolve("a.ts"),
                "-c:v libx265 -pix_fmt yuv420p -x265-params log-level=none:keyint=12:open-gop=1:bframes=4");
        Index index = Scan.of(whole, Progress.none());
        int key = IntStream.range(1, index.packets().count())
                .filter(packet -> index.packets().is(packet, Packets.KEY))
                .findFirst()
                .orElseThrow();
        int leading = (int) IntStream.range(key, index.packets().count())
                .filter(packet -> index.packets().time(packet) < index.packets().time(key))
                .count();
        assertTrue(leading > 0, "an open group");
        byte[] bytes = Files.readAllBytes(whole);
        Path rest = Files.write(
                folder.resolve("rest.ts"),
                Arrays.copyOfRange(bytes, (int) index.packets().place(key), bytes.length));
        Plan plan = Videos.plan(rest);
        assertEquals(60 - index.frameOf(key), plan.shape().frames());
        assertEquals(
                List.of(leading),
                plan.losses().stream()
                        .filter(loss -> loss.kind() == Loss.Kind.SKIPPED)
                        .map(loss -> (int) loss.count())
                        .toList());
        try (Stack stack = plan.open(Progress.none());
                Cursor cursor = stack.cursor()) {
            for (int t = 0; t < stack.shape().frames(); t++) {
                assertEquals(index.frameOf(key) + t, Videos.number(cursor.frame(t)), "frame " + t);
            }
        }
    }

    @Test
    void aCancelledPlanIsCancelled() throws Exception {
        Path file = Videos.of(20, folder.resolve("a.mp4"), H264);
        VideoLoader loader = Videos.loader();
        for (int after : new int[] {0, 1, 2, 5, 10, 20}) {
            int reads = after;
            java.util.concurrent.atomic.AtomicInteger asked = new java.util.concurrent.atomic.AtomicInteger();
            Progress progress = new Progress() {
                @Override
                public void worked(long done, long total) {}

                @Override
                public boolean cancelled() {
                    return asked.getAndIncrement() >= reads;
                }
            };
            assertThrows(CancellationException.class, () -> loader.plan(file, loader.defaults(), progress));
        }
    }

    @Test
    void anEmptyFileIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("x.mp4"));
        assertRefused(file, "is empty (0 bytes)");
        assertEquals(Loader.MAYBE, Videos.loader().score(Probe.of(file)));
    }

    @Test
    void aFolderNamedLikeAVideoIsNamed() throws Exception {
        Path file = Files.createDirectory(folder.resolve("x.mp4"));
        assertRefused(file, "is a folder, not a video");
        assertEquals(Loader.NO, Videos.loader().score(Probe.of(file)));
    }

    @Test
    void textNamedLikeAVideoIsNamed() throws Exception {
        assertRefused(
                Files.writeString(folder.resolve("x.mkv"), "Dear reader,\n".repeat(100)), "can't be read as a video");
    }

    @Test
    void soundAloneIsNoVideo() throws Exception {
        Path file = folder.resolve("a.mp4");
        Videos.from(Path.of("anullsrc"), file, "-f lavfi", "-t 1 -c:a aac");
        assertRefused(file, "holds no video");
    }

    /** A playlist must not make us read what it names. */
    @Test
    void playlistsAreRefused() throws Exception {
        Path video = Videos.of(5, folder.resolve("a.mp4"), H264);
        assertRefused(
                Files.writeString(folder.resolve("x.mp4"), "ffconcat version 1.0\nfile " + video + "\n"),
                "can't be read as a video");
        assertRefused(
                Files.writeString(
                        folder.resolve("y.ts"),
                        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + video + "\n#EXT-X-ENDLIST\n"),
                "can't be read as a video");
    }

    @Test
    void aFileThatChangesAfterThePlanIsRefused() throws Exception {
        Path file = Videos.of(30, folder.resolve("a.mp4"), H264);
        Plan plan = Videos.plan(file);
        Files.write(file, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        try (Stack stack = plan.open(Progress.none());
                Cursor cursor = stack.cursor()) {
            IOException error = assertThrows(IOException.class, () -> cursor.frame(0));
            assertTrue(error.getMessage().contains("has changed since"), error.getMessage());
        }
    }

    /** FFmpeg's frame threads waited for each other for ever in this damaged H.265 video, one time in a few. */
    @Test
    void noDamageMakesADecoderWaitForEver() throws Exception {
        URL fixture = Objects.requireNonNull(BrokenVideosTest.class.getResource("fixtures/waits-for-ever.mkv"));
        Path file = Path.of(fixture.toURI());
        Random random = new Random(1);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < 60; i++) {
                try (Stack stack = Videos.open(file);
                        Cursor cursor = stack.cursor()) {
                    look(cursor, random.nextInt((int) stack.shape().frames()));
                    look(cursor, random.nextInt((int) stack.shape().frames()));
                }
            }
        });
    }

    private static void look(Cursor cursor, int frame) {
        try {
            cursor.frame(frame);
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith("frame " + frame), e.getMessage());
        }
    }

    /** Cuts at many places: every outcome is frames or one sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi", "a.gif", "a.webm"})
    void cutsAnywhereEndInFramesOrASentence(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(small(name));
        for (int i = 1; i < 60; i++) {
            int length = (int) ((long) bytes.length * i / 60);
            assertFramesOrSentence(Arrays.copyOf(bytes, length), name, "cut at " + length);
        }
    }

    /** Flips bytes, most of them in the header: every outcome is frames or one sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi", "a.gif", "a.webm"})
    void flippedBytesEndInFramesOrASentence(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(small(name));
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            byte[] flipped = bytes.clone();
            int range = i % 2 == 0 ? bytes.length : Math.min(bytes.length, 1500);
            for (int n = 0; n <= i % 5; n++) {
                flipped[
                                name.endsWith("mp4") && i % 2 == 1
                                        ? bytes.length - 1 - random.nextInt(range)
                                        : random.nextInt(range)] =
                        (byte) random.nextInt();
            }
            assertFramesOrSentence(flipped, name, "flip " + i);
        }
    }

    private Path small(String name) throws IOException {
        String options = name.endsWith("gif") ? "-pix_fmt rgb8" : name.endsWith("webm") ? "-c:v libvpx -g 5" : H264;
        return Videos.of(20, folder.resolve(name), options);
    }

    private void assertFramesOrSentence(byte[] bytes, String name, String what) throws IOException {
        Path file = Files.write(folder.resolve("broken-" + name), bytes);
        try (Stack stack = Videos.open(file);
                Cursor cursor = stack.cursor()) {
            for (long t : List.of(stack.shape().frames() - 1, 0L, stack.shape().frames() / 2)) {
                cursor.frame(t);
            }
        } catch (IOException | IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            assertTrue(sentence.contains("broken-" + name) || sentence.startsWith("frame "), what + ": " + sentence);
            assertFalse(sentence.contains("\n"), what + ": " + sentence);
        }
    }

    private static void assertRefused(Path file, String reason) {
        IOException error = assertThrows(IOException.class, () -> Videos.plan(file));
        assertTrue(error.getMessage().startsWith(file.toString()), error.getMessage());
        assertTrue(error.getMessage().contains(reason), error.getMessage());
    }
}
