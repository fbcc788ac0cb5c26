package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.core.run.Folds.CURVE;
import static org.tachyscope.core.run.Folds.LAST;
import static org.tachyscope.core.run.Folds.SUM;
import static org.tachyscope.core.run.Folds.values;
import static org.tachyscope.core.run.Stacks.random;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;

class RunnerTest {

    @Test
    void givesTheSameBitsWithAnyNumberOfThreadsAndAnySource() throws IOException {
        List<Shape> shapes = List.of(
                new Shape(1, 1, 1, 1),
                new Shape(700, 1, 13, 1),
                new Shape(5, 97, 41, 3),
                new Shape(300, 65, 64, 1),
                new Shape(3, 2, 70_000, 1));
        for (PixelType type : PixelType.values()) {
            for (Shape shape : shapes) {
                Stack stack = random(shape, type);
                List<double[]> one = run(1, stack);
                for (int threads : new int[] {2, 3, 7}) {
                    check(one, run(threads, stack), threads + " threads, " + type + " " + shape);
                }
                check(one, run(2, new CursorOnly(stack, index -> {})), "from cursors, " + type + " " + shape);
            }
        }
    }

    private static List<double[]> run(int threads, Stack stack) throws IOException {
        Outcome outcome = new Runner(threads).run(stack, List.of(LAST, SUM, CURVE), Progress.none());
        assertTrue(outcome.complete());
        assertEquals(stack.shape().frames(), outcome.frames());
        return outcome.results().stream().map(Folds::values).toList();
    }

    private static void check(List<double[]> wanted, List<double[]> got, String what) {
        for (int i = 0; i < wanted.size(); i++) {
            assertArrayEquals(wanted.get(i), got.get(i), what);
        }
    }

    @Test
    void putsStripsTogetherFromTopToBottom() throws IOException {
        Shape shape = new Shape(2, 200, 300, 1);
        Stack stack = random(shape, PixelType.U8);
        double[] last = values(new Runner(3)
                .run(stack, List.of(LAST), Progress.none())
                .results()
                .getFirst());
        double[] sums = values(new Runner(3)
                .run(stack, List.of(SUM), Progress.none())
                .results()
                .getFirst());
        Frame first = stack.cursor().frame(0);
        Frame second = stack.cursor().frame(1);
        for (int i = 0; i < shape.samplesPerFrame(); i++) {
            assertEquals(second.sample(i), last[i]);
            assertEquals(first.sample(i) + second.sample(i), sums[i]);
        }
    }

    @Test
    void readsPixelsThatLieOnTheHeap() throws IOException {
        MemorySegment heap = MemorySegment.ofArray(new byte[] {1, 2, 3, 4, 5, 6});
        Stack stack = MemoryStack.of(heap, new Shape(3, 1, 2, 1), PixelType.U8, Metadata.named("heap"));
        Outcome outcome = new Runner(2).run(stack, List.of(SUM), Progress.none());
        assertArrayEquals(new double[] {9, 12}, values(outcome.results().getFirst()));
    }

    @Test
    void namesTheFrameThatCantBeRead() {
        Stack stack = new CursorOnly(random(new Shape(40, 8, 8, 1), PixelType.U8), index -> {
            if (index == 17) {
                throw new IOException("disk full of holes");
            }
        });
        IOException e = assertThrows(IOException.class, () -> new Runner(2).run(stack, List.of(SUM), Progress.none()));
        assertEquals("frame 17 of NAME: disk full of holes", e.getMessage());
    }

    @Test
    void closesEveryCursorAlsoAfterAFailure() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        Stack stack = new CursorOnly(random(new Shape(40, 8, 8, 1), PixelType.U8), new CursorOnly.Listener() {
            @Override
            public void read(long index) throws IOException {
                if (index == 30) {
                    throw new IOException("broken");
                }
            }

            @Override
            public void opened() {
                open.incrementAndGet();
                opened.incrementAndGet();
            }

            @Override
            public void closed() {
                open.decrementAndGet();
            }
        });
        assertThrows(IOException.class, () -> new Runner(3).run(stack, List.of(SUM), Progress.none()));
        assertEquals(0, open.get());
        assertTrue(opened.get() >= 1 && opened.get() <= 3);
    }

    @Test
    void namesTheFoldThatFails() {
        Stack stack = random(new Shape(4, 8, 8, 1), PixelType.U8);
        Fold broken = new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, (moments, out) -> {
            throw new IllegalArgumentException("no idea");
        });
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> new Runner(2).run(stack, List.of(SUM, broken), Progress.none()));
        assertEquals("frames 0 … 3 of NAME: " + RunnerTest.class.getName() + " failed: no idea", e.getMessage());
    }

    @Test
    void reportsFramesInOrderUpToTheLast() throws IOException {
        List<Long> reports = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void worked(long done, long total) {
                reports.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        new Runner(2)
                .run(new CursorOnly(random(new Shape(40, 8, 8, 1), PixelType.U8), i -> {}), List.of(SUM), progress);
        assertEquals(reports.stream().sorted().distinct().toList(), reports);
        assertEquals(40, reports.getLast());
    }

    @Test
    void refusesToFoldNothing() {
        Stack stack = random(new Shape(1, 1, 1, 1), PixelType.U8);
        assertThrows(IllegalArgumentException.class, () -> new Runner(1).run(stack, List.of(), Progress.none()));
    }
}
