package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/** A plug-in's accumulator that breaks the rules ends the run with one sentence. */
class BadFoldsTest {

    /** Two strips of four rows and many columns. */
    private static final Shape SHAPE = new Shape(300, 8, 4096, 1);

    private static final Stack STACK =
            MemoryStack.of(Arena.ofAuto().allocate(SHAPE.samples(), 64), SHAPE, PixelType.U8, Metadata.named("NAME"));

    /** Makes whatever a test says of how often it was fed. */
    private static final class Odd implements Accumulator<Odd> {
        private final Window window;
        private final BiFunction<Window, Long, Result> make;
        private long frames;

        Odd(Window window, BiFunction<Window, Long, Result> make) {
            this.window = window;
            this.make = make;
        }

        @Override
        public void add(Block block) {
            frames += (long) block.window().frames() * block.window().rows();
        }

        @Override
        public void merge(Odd other) {
            frames += other.frames;
        }

        @Override
        public Result result() {
            return make.apply(window, frames);
        }
    }

    private static final class Quarrel implements Accumulator<Quarrel> {
        @Override
        public void add(Block block) {}

        @Override
        public void merge(Quarrel other) {
            throw new UnsupportedOperationException("never with that one");
        }

        @Override
        public Result result() {
            return curve(0);
        }
    }

    private static Curve curve(double value) {
        Column.Numbers column = new Column.Numbers("value", "", new double[] {value});
        return new Curve(column, List.of(column));
    }

    private static Frame frame(int height, PixelType type) {
        return new Frame(height, 4096, 1, type, Arena.ofAuto().allocate(4096L * height * type.bytes()));
    }

    private static Result run(Fold fold) throws IOException {
        return new Runner(2)
                .run(STACK, List.of(fold), Progress.none())
                .results()
                .getFirst();
    }

    private static String complaint(Fold fold) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, () -> run(fold)).getMessage());
    }

    @Test
    void mergeThatThrowsIsNamed() {
        assertEquals(
                "frames 0 … 255 of NAME: " + Quarrel.class.getName() + " failed: never with that one",
                complaint(new Fold.OfBlocks<>(Fold.Split.ANY, _ -> new Quarrel())));
        assertEquals(
                "frames 0 … 299 of NAME: " + Quarrel.class.getName() + " failed: never with that one",
                complaint(new Fold.OfBlocks<>(Fold.Split.ANY_ORDER, _ -> new Quarrel())));
    }

    @Test
    void frameOfAnotherHeightIsRefused() {
        String complaint = complaint(new Fold.OfBlocks<>(
                Fold.Split.ROWS, window -> new Odd(window, (w, _) -> frame(w.rows() + 1, PixelType.U8))));
        int samples = Strips.ofRows(SHAPE, PixelType.U8).samples(0);
        assertEquals(
                Odd.class.getName() + " must make frames of its window's " + samples + " samples, but made one of "
                        + (samples + 4096),
                complaint);
    }

    @Test
    void curveInPlaceOfAFrameIsRefused() {
        String complaint =
                complaint(new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, window -> new Odd(window, (_, n) -> curve(n))));
        int samples = Strips.ofRows(SHAPE, PixelType.U8).samples(0);
        assertEquals(
                Odd.class.getName() + " must make frames of its window's " + samples + " samples, but made no frame",
                complaint);
    }

    @Test
    void framesOfDifferentTypesAreRefused() {
        String complaint = complaint(new Fold.OfBlocks<>(
                Fold.Split.ROWS,
                window ->
                        new Odd(window, (w, _) -> frame(w.rows(), w.firstRow() == 0 ? PixelType.U8 : PixelType.F32))));
        assertEquals(Odd.class.getName() + " must make all frames of one type, but made U8 and F32", complaint);
    }

    @Test
    void anyOrderMeansOneAccumulatorAThreadAndAllBlocks() throws IOException {
        Result result = run(new Fold.OfBlocks<>(Fold.Split.ANY_ORDER, window -> {
            assertEquals(Window.all(SHAPE, PixelType.U8), window);
            return new Odd(window, (_, rows) -> curve(rows));
        }));
        assertEquals(300 * 8, ((Curve) result).y().getFirst().get(0));
    }
}
