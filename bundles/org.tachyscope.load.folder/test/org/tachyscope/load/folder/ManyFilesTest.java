package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.opencv.OpenCv;

/** Uses links to one image, so that a test makes thousands of files quickly. */
class ManyFilesTest {

    private static final long MILLISECOND = 1_000_000;

    private final FolderParams params = new FolderLoader().defaults();
    private final Path folder;
    private final Path images;

    ManyFilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.images = Files.createDirectory(folder.resolve("images"));
    }

    @Test
    void manyThousandFilesAreListedAndRefusedIfTheyDontFitIntoMemory() throws IOException {
        links(25_000, 6000, 6000);
        Listing listing = Listing.of(images, Progress.none());
        assertEquals("f2.png", listing.name(2));
        assertEquals("f24999.png", listing.name(24_999));

        Plan plan = Images.plan(images, params);
        assertEquals(25_000L * 6000 * 6000, plan.cost().memoryBytes());
        IOException error =
                assertThrows(IOException.class, () -> plan.open(Progress.none()).close());
        assertTrue(
                String.valueOf(error.getMessage())
                        .startsWith(images + " (25000 × 6000 × 6000 U8) needs 900.0 GB of memory, "),
                error.getMessage());
    }

    @Test
    void progressCountsEveryFileOnceAndUpwards() throws IOException {
        links(500, 8, 8);
        AtomicLong last = new AtomicLong();
        Progress progress = new Progress() {
            @Override
            public void worked(long done, long total) {
                assertEquals(last.incrementAndGet(), done);
                assertEquals(500, total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        Images.plan(images, params).open(progress).close();
        assertEquals(500, last.get());
    }

    @Test
    void cancelInTheMiddleStopsAtOnceAndFreesEverything() throws IOException {
        links(2000, 1000, 1000);
        Plan plan = Images.plan(images, params);
        long pointers = Pointer.totalCount();
        long before = Pointer.physicalBytes();
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 8; run++) {
            AtomicLong cancelledAt = new AtomicLong();
            assertThrows(
                    CancellationException.class,
                    () -> plan.open(cancelAfter(100, cancelledAt)).close());
            best = Math.min(best, (System.nanoTime() - cancelledAt.get()) / MILLISECOND);
        }
        assertTrue(best < 200, "took " + best + " ms");
        assertEquals(pointers, Pointer.totalCount(), "native objects that were not closed");
        long grown = Pointer.physicalBytes() - before;
        assertTrue(grown < 400_000_000, "grew by " + grown + " bytes after 8 × 100 MB");
    }

    @Test
    void anInterruptCancels() throws IOException {
        links(300, 100, 100);
        Plan plan = Images.plan(images, params);
        Thread caller = Thread.currentThread();
        Progress interrupting = new Progress() {
            @Override
            public void worked(long done, long total) {
                if (done == 20) {
                    caller.interrupt();
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertThrows(CancellationException.class, () -> plan.open(interrupting).close());
        assertTrue(Thread.interrupted(), "the caller still sees the interrupt");
    }

    @Test
    void aFailingProgressStopsAndFreesEverything() throws IOException {
        links(300, 100, 100);
        Plan plan = Images.plan(images, params);
        long pointers = Pointer.totalCount();
        Progress failing = new Progress() {
            @Override
            public void worked(long done, long total) {
                throw new IllegalStateException("broken at " + done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        IllegalStateException error = assertThrows(
                IllegalStateException.class, () -> plan.open(failing).close());
        assertTrue(String.valueOf(error.getMessage()).contains("broken at"), error.getMessage());
        assertEquals(pointers, Pointer.totalCount(), "native objects that were not closed");
    }

    @Test
    void javaCppSetsNoLimitToMemory() throws IOException {
        OpenCv.loadWithCodecs();
        assertEquals(0, Pointer.maxPhysicalBytes());
    }

    @Test
    void closingFreesEverything() throws IOException {
        links(100, 1000, 1000);
        Images.open(images, params).close();
        long pointers = Pointer.totalCount();
        long before = Pointer.physicalBytes();
        for (int run = 0; run < 8; run++) {
            try (Stack stack = Images.open(images, params)) {
                assertTrue(Pointer.physicalBytes() > 100_000_000, "pixels lie in memory");
                assertEquals(100, stack.shape().frames());
            }
        }
        assertEquals(pointers, Pointer.totalCount(), "native objects that were not closed");
        long grown = Pointer.physicalBytes() - before;
        assertTrue(grown < 400_000_000, "grew by " + grown + " bytes after 8 × 100 MB");
    }

    private void links(int count, int width, int height) throws IOException {
        Path image = Images.gray(folder.resolve("one.png"), width, height, (x, y) -> (x ^ y) & 15);
        for (int i = 0; i < count; i++) {
            Files.createSymbolicLink(images.resolve("f" + i + ".png"), image);
        }
    }

    private static Progress cancelAfter(long files, AtomicLong cancelledAt) {
        return new Progress() {
            @Override
            public void worked(long done, long total) {
                if (done >= files) {
                    cancelledAt.compareAndSet(0, System.nanoTime());
                }
            }

            @Override
            public boolean cancelled() {
                return cancelledAt.get() != 0;
            }
        };
    }
}
