package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Levels;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Range;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.views.frame.Outcome.Failure;
import org.tachyscope.ui.views.frame.Outcome.Picture;
import org.tachyscope.ui.views.frame.Outcome.Pointed;

class FrameLoaderTest {

    private static final Levels FULL = Levels.DEFAULT.withRule(new Rule.FullType());
    private static final int MANY = 1000;
    /** Frames of a stack of 100 that stand for all of them. */
    private static final List<Long> SPREAD = List.of(0L, 12L, 25L, 37L, 50L, 62L, 74L, 87L, 99L);
    /** The same for a stack of 81. */
    private static final List<Long> TENS = List.of(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L);

    private final Semaphore ready = new Semaphore(0);

    @Test
    void paintsTheWishedFrame() throws Exception {
        try (FrameLoader loader = loader(new FakeStack(100, MANY))) {
            loader.show(wish(42));
            Picture picture = assertInstanceOf(Picture.class, next(loader).getFirst());
            assertEquals(42, picture.wish().frame());
            assertEquals(0x2a2a2a, picture.pixels()[0]);
            assertEquals(new Range(0, 255), picture.range());
        }
    }

    @Test
    void skipsWishesThatNewerOnesReplaced() throws Exception {
        FakeStack stack = new FakeStack(100, SPREAD.size());
        try (FrameLoader loader = loader(stack)) {
            loader.show(wish(1));
            while (!stack.permits.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            for (int i = 2; i <= 51; i++) {
                loader.show(wish(i));
            }
            stack.permits.release();
            assertEquals(1, frameOf(next(loader)));
            stack.permits.release();
            assertEquals(51, frameOf(next(loader)));
            assertEquals(List.of(1L, 51L), stack.readAfter(SPREAD));
        }
    }

    @Test
    void keepsOnlyTheNewestPicture() throws Exception {
        try (FrameLoader loader = loader(new FakeStack(100, MANY))) {
            for (int i = 0; i < 5; i++) {
                loader.show(wish(i));
                assertTrue(ready.tryAcquire(10, TimeUnit.SECONDS));
            }
            ready.release();
            assertEquals(4, frameOf(next(loader)));
            loader.take(outcome -> assertEquals("nothing", outcome));
        }
    }

    @Test
    void reportsABrokenFrameAndGoesOn() throws Exception {
        try (FrameLoader loader = loader(new FakeStack(100, MANY))) {
            loader.show(wish(FakeStack.BROKEN));
            assertEquals("fake.npy, frame 13: broken", failureOf(next(loader)));
            loader.show(wish(15));
            assertEquals(15, frameOf(next(loader)));
        }
    }

    @Test
    void namesTheFrameThatFailsUnexpectedly() throws Exception {
        try (FrameLoader loader = loader(new FakeStack(100, MANY))) {
            loader.show(wish(FakeStack.SICK));
            assertEquals("frame 14 of fake: divisor is empty", failureOf(next(loader)));
        }
    }

    /** Frame 50 is one of those that stand for all. */
    @Test
    void showsTheOtherFramesOfAFileThatWasCutShort() throws Exception {
        try (FrameLoader loader = loader(new FakeStack(100, MANY))) {
            loader.show(wish(FakeStack.CUT));
            assertEquals("frame 50 of fake is gone: its file was cut short", failureOf(next(loader)));
            loader.show(wish(49));
            assertEquals(49, frameOf(next(loader)));
        }
    }

    @Test
    void readsTheValueUnderThePointerWithoutPaintingAgain() throws Exception {
        FakeStack stack = new FakeStack(100, MANY);
        try (FrameLoader loader = loader(stack)) {
            loader.show(wish(7));
            next(loader);
            loader.show(pointing(7, 1, 0));
            Pointed pointed = assertInstanceOf(Pointed.class, next(loader).getFirst());
            assertEquals(
                    "x 1  y 0  frame 7  value 7",
                    pointed.readout().orElseThrow().text());
            assertEquals(List.of(7L), stack.readAfter(SPREAD));
        }
    }

    @Test
    void losesNoPictureToAPointerThatMoves() throws Exception {
        try (FrameLoader loader = loader(new FakeStack(100, MANY))) {
            loader.show(wish(7));
            assertTrue(ready.tryAcquire(10, TimeUnit.SECONDS));
            loader.show(pointing(7, 0, 1));
            Picture picture = assertInstanceOf(Picture.class, next(loader).getFirst());
            assertEquals(
                    "x 0  y 1  frame 7  value 7",
                    picture.readout().orElseThrow().text());
        }
    }

    /** Frames 0 … 80: nine spread ones are 0, 10, … 80. */
    @Test
    void findsTheRangeOfTheStackOnceFromSpreadFrames() throws Exception {
        FakeStack stack = new FakeStack(81, MANY);
        Levels minMax = new Levels(new Rule.MinMax(), Levels.Scope.STACK);
        try (FrameLoader loader = loader(stack)) {
            loader.show(wish(5, minMax));
            assertEquals(new Range(0, 80), ((Picture) next(loader).getFirst()).range());
            loader.show(wish(6, minMax));
            next(loader);
            assertEquals(List.of(5L, 6L), stack.readAfter(TENS));
        }
    }

    @Test
    void findsTheRangeOfEveryFrameWhenAsked() throws Exception {
        Levels minMax = new Levels(new Rule.MinMax(), Levels.Scope.FRAME);
        FakeStack stack = new FakeStack(81, MANY);
        try (FrameLoader loader = loader(stack)) {
            loader.show(wish(5, minMax));
            assertEquals(new Range(5, 6), ((Picture) next(loader).getFirst()).range());
            loader.show(wish(9, minMax));
            assertEquals(new Range(9, 10), ((Picture) next(loader).getFirst()).range());
            assertEquals(List.of(5L, 9L), stack.readAfter(TENS));
        }
    }

    @Test
    void closesCursorAndStackWhenDone() throws Exception {
        FakeStack stack = new FakeStack(100, MANY);
        StackItem item = item(stack);
        FrameLoader loader = new FrameLoader(item, ready::release);
        loader.show(wish(3));
        next(loader);
        item.close();
        assertEquals(1, stack.closed.getCount());
        loader.close();
        assertTrue(stack.cursorClosed.await(10, TimeUnit.SECONDS));
        assertTrue(stack.closed.await(10, TimeUnit.SECONDS));
    }

    @Test
    void staysSilentAfterClosing() throws Exception {
        FakeStack stack = new FakeStack(100, 0);
        FrameLoader loader = loader(stack);
        loader.show(wish(3));
        while (!stack.permits.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        loader.close();
        stack.permits.release();
        assertTrue(stack.cursorClosed.await(10, TimeUnit.SECONDS));
        assertEquals(0, ready.availablePermits());
    }

    private FrameLoader loader(FakeStack stack) {
        return new FrameLoader(item(stack), ready::release);
    }

    private static StackItem item(FakeStack stack) {
        return new StackItem("fake", stack, Residence.computed(), List.of());
    }

    private List<Outcome> next(FrameLoader loader) throws InterruptedException {
        assertTrue(ready.tryAcquire(10, TimeUnit.SECONDS), "no outcome");
        List<Outcome> taken = new ArrayList<>();
        loader.take(taken::add);
        return taken;
    }

    private static String failureOf(List<Outcome> outcomes) {
        return assertInstanceOf(Failure.class, outcomes.getFirst()).sentence();
    }

    private static long frameOf(List<Outcome> outcomes) {
        return assertInstanceOf(Picture.class, outcomes.getFirst()).wish().frame();
    }

    private static Wish wish(long frame) {
        return wish(frame, FULL);
    }

    private static Wish wish(long frame, Levels levels) {
        return new Wish(frame, Viewport.fit(2, 2, 2, 2), levels, ColorMap.GRAY, 0, Optional.empty());
    }

    private static Wish pointing(long frame, int px, int py) {
        Optional<Wish.Spot> spot = Optional.of(new Wish.Spot(px, py));
        return new Wish(frame, Viewport.fit(2, 2, 2, 2), FULL, ColorMap.GRAY, 0, spot);
    }
}
