package org.tachyscope.load.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;

/** A decoder that several cursors share, on a video of 240 frames in groups of 20. */
class ReelTest {

    private static final int KEPT = 12;
    private static final int GROUP = 20;

    @TempDir
    Path folder;

    private Source source() throws IOException {
        Path file = Videos.of(
                240,
                folder.resolve("a.mp4"),
                "-c:v libx264 -preset veryfast -g 20 -bf 3 -x264-params open-gop=1 -pix_fmt yuv420p");
        Index index = Scan.of(file, Progress.none());
        return new Source(file, Files.size(file), Files.getLastModifiedTime(file), index, 2);
    }

    private static void look(Reel reel, int frame) throws IOException {
        AVFrame picture = reel.picture(frame);
        assertEquals(frame, picture.pts());
        avutil.av_frame_free(picture);
    }

    /** At random, a frame costs its group, one before if it refers to that, and what the decoder's threads have begun. */
    @Test
    void randomFramesCostAtMostTwoGroups() throws Exception {
        try (Reel reel = new Reel(source(), KEPT, new Damage("a"))) {
            Random random = new Random(3);
            for (int i = 0; i < 200; i++) {
                long before = reel.sent();
                look(reel, random.nextInt(240));
                reel.rest();
                assertTrue(reel.sent() - before <= 2 * GROUP + 8, (reel.sent() - before) + " packets");
            }
        }
    }

    /** Read from end to end, with others a little behind: every packet is decoded once. */
    @Test
    void framesInOrderAreDecodedOnce() throws Exception {
        try (Reel reel = new Reel(source(), KEPT, new Damage("a"))) {
            for (int t = 0; t < 240; t++) {
                look(reel, t);
                look(reel, Math.max(0, t - 1));
            }
            assertEquals(240, reel.sent());
        }
    }

    @Test
    void windsOnInTheDirectionOfTheWishes() throws Exception {
        try (Reel reel = new Reel(source(), KEPT, new Damage("a"))) {
            for (int t = 50; t < 56; t++) {
                look(reel, t);
            }
            await(() -> IntStream.rangeClosed(56, 55 + KEPT * 2 / 3).allMatch(reel::has));
            for (int t = 150; t > 144; t--) {
                look(reel, t);
            }
            await(() -> IntStream.rangeClosed(144 - KEPT * 2 / 3, 143).allMatch(reel::has));
        }
    }

    @Test
    void windsOnNoFurtherThanItCanKeep() throws Exception {
        try (Reel reel = new Reel(source(), KEPT, new Damage("a"))) {
            for (int t = 0; t < 5; t++) {
                look(reel, t);
            }
            await(() -> reel.has(4 + KEPT * 2 / 3));
            Thread.sleep(100);
            assertFalse(IntStream.range(4 + KEPT, 240).anyMatch(reel::has));
            assertTrue(reel.sent() < 60, reel.sent() + " packets");
        }
    }

    @Test
    void aClosedOneLetsNobodyWait() throws Exception {
        Reel reel = new Reel(source(), KEPT, new Damage("a"));
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            Random random = new Random(5);
            assertThrows(IllegalStateException.class, () -> {
                while (true) {
                    look(reel, random.nextInt(240));
                }
            });
        });
        Thread.sleep(50);
        reel.close();
        reading.get(10, TimeUnit.SECONDS);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "not within ten seconds");
    }
}
