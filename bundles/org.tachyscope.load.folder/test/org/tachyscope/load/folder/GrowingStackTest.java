package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class GrowingStackTest extends StackContract {

    private final Path folder;

    GrowingStackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Lets as many frames through as there are permits. */
    private static final class Gate implements Progress {
        private final Semaphore permits = new Semaphore(0);
        private final AtomicBoolean cancelled = new AtomicBoolean();

        @Override
        public void worked(long done, long total) {
            permits.acquireUninterruptibly();
        }

        @Override
        public boolean cancelled() {
            return cancelled.get();
        }
    }

    @Override
    protected Stack open() throws Exception {
        return plan(9).openGrowing(Progress.none());
    }

    private Plan plan(int frames) throws IOException {
        int[] values = new int[frames];
        for (int i = 0; i < frames; i++) {
            values[i] = i;
        }
        return Images.plan(Images.folder(folder, values), Images.params());
    }

    @Test
    void framesAppearWhileOthersAreStillToBeRead() throws Exception {
        Gate gate = new Gate();
        try (Stack stack = plan(200).openGrowing(gate);
                Cursor cursor = stack.cursor()) {
            assertFalse(stack.loaded(0));
            assertTrue(stack.contiguous().isEmpty());
            gate.permits.release();
            assertEquals(0, cursor.frame(0).sample(0) + cursor.frame(0).sample(11));
            assertTrue(stack.loaded(0));
            assertFalse(stack.loaded(150));
            gate.permits.release(1000);
            stack.prepare(Progress.none());
            assertTrue(stack.loaded(150));
            assertEquals(199, cursor.frame(199).sample(3));
            assertTrue(stack.contiguous().isPresent());
        }
    }

    /** Each thread holds one frame when the gate closes; the wanted one comes right behind those. */
    @Test
    void theFrameThatIsAskedForComesBeforeItsTurn() throws Exception {
        Gate gate = new Gate();
        try (Stack stack = plan(1000).openGrowing(gate);
                Cursor cursor = stack.cursor()) {
            Thread opening = Thread.ofPlatform().start(() -> {
                while (!stack.loaded(900)) {
                    gate.permits.release();
                    sleep();
                }
            });
            assertEquals(900 % 256, cursor.frame(900).sample(0));
            opening.join();
            assertFalse(stack.loaded(899));
            gate.permits.release(2000);
        }
    }

    @Test
    void cancelKeepsWhatIsThereAndFailsForTheRest() throws Exception {
        Gate gate = new Gate();
        try (Stack stack = plan(500).openGrowing(gate);
                Cursor cursor = stack.cursor()) {
            gate.permits.release(3);
            cursor.frame(0);
            gate.cancelled.set(true);
            gate.permits.release(1000);
            IOException all = assertThrows(IOException.class, () -> stack.prepare(Progress.none()));
            assertEquals(stack.metadata().name() + ": loading was cancelled", all.getMessage());
            IOException one = assertThrows(IOException.class, () -> cursor.frame(499));
            assertEquals("frame 499 of " + folder + " wasn't read: loading was cancelled", one.getMessage());
            cursor.frame(0);
        }
    }

    @Test
    void whoWaitsCanBeCancelledAlone() throws Exception {
        Gate gate = new Gate();
        try (Stack stack = plan(50).openGrowing(gate)) {
            Progress impatient = new Progress() {
                @Override
                public void worked(long done, long total) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };
            assertThrows(CancellationException.class, () -> stack.prepare(impatient));
            gate.permits.release(1000);
            stack.prepare(Progress.none());
        }
    }

    @Test
    void closingWakesWhoeverWaits() throws Exception {
        Gate gate = new Gate();
        Stack stack = plan(50).openGrowing(gate);
        AtomicBoolean woken = new AtomicBoolean();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try (Cursor cursor = stack.cursor()) {
                cursor.frame(49);
            } catch (IllegalStateException e) {
                woken.set(true);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        while (waiting.getState() != Thread.State.WAITING) {
            sleep();
        }
        Thread closing = Thread.ofPlatform().start(() -> {
            try {
                stack.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        while (closing.getState() != Thread.State.WAITING) {
            sleep();
        }
        gate.permits.release(1000);
        closing.join();
        waiting.join();
        assertTrue(woken.get());
    }

    @Test
    void brokenFramesAreFilledAndSaidWhenAllIsRead() throws Exception {
        Plan plan = plan(5);
        Images.truncate(folder.resolve("img_1.png"), 60);
        Files.delete(folder.resolve("img_3.png"));
        try (Stack stack = plan.openGrowing(Progress.none());
                Cursor cursor = stack.cursor()) {
            assertEquals(5, stack.shape().frames());
            assertEquals(0, cursor.frame(1).sample(0));
            assertEquals(4, cursor.frame(4).sample(0));
            stack.prepare(Progress.none());
            assertEquals(
                    List.of(new Loss(
                            Loss.Kind.FILLED,
                            2,
                            "2 of 5 files can't be read or don't fit and were filled: img_1.png (truncated: the PNG"
                                    + " data goes on behind byte 60), img_3.png (the file doesn't exist any more)")),
                    stack.metadata().losses());
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
