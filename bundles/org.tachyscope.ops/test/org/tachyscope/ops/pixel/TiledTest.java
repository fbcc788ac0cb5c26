package org.tachyscope.ops.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.contract.Samples;
import org.tachyscope.core.run.Runner;
import org.tachyscope.ops.ArgMax;
import org.tachyscope.ops.Max;
import org.tachyscope.ops.Mean;
import org.tachyscope.ops.Std;

/** A chain that is reduced tile by tile gives the bits of one that is computed frame by frame. */
class TiledTest {

    private static final List<Shape> SHAPES = List.of(
            new Shape(300, 40, 61, 1),
            new Shape(3, 301, 517, 1),
            new Shape(1, 1, 1, 1),
            new Shape(5, 1, 9001, 3),
            new Shape(2, 9001, 1, 1));

    private static Stack chain(Stack input) {
        Stack subtracted = new Subtract(new Bench()).apply(input, new Subtract(new Bench()).defaults());
        Stack divided = new Divide(new Bench())
                .apply(subtracted, new Divide.Params(Reference.parse("frame 0"), 0.7, ByZero.ZERO));
        return new Multiply().apply(divided, new Multiply.Params(1.1));
    }

    private static <P extends Record> Fold fold(Reduction<P> reduction, Stack stack) {
        return reduction.fold(stack, reduction.defaults());
    }

    private static List<byte[]> reduced(Stack stack, List<Reduction<?>> reductions, int threads) throws IOException {
        List<Fold> folds =
                reductions.stream().map(reduction -> fold(reduction, stack)).toList();
        List<Result> results =
                new Runner(threads).run(stack, folds, Progress.none()).results();
        return results.stream()
                .map(result -> ((Frame) result).pixels().toArray(ValueLayout.JAVA_BYTE))
                .toList();
    }

    @Test
    void tiledIsUntiledBitForBit() throws IOException {
        for (Shape shape : SHAPES) {
            for (PixelType type : PixelType.values()) {
                Stack chain = chain(Samples.noise(shape, type));
                for (List<Reduction<?>> asked : List.<List<Reduction<?>>>of(
                        List.of(new Mean(), new Std(), new Max()),
                        List.of(new ArgMax()),
                        List.of(new Mean(), new ArgMax()))) {
                    List<byte[]> expected = reduced(Samples.scattered(chain), asked, 1);
                    for (int threads : new int[] {1, 2, 3, 7}) {
                        List<byte[]> actual = reduced(chain, asked, threads);
                        for (int i = 0; i < asked.size(); i++) {
                            assertArrayEquals(expected.get(i), actual.get(i), asked + " of " + type + " " + shape);
                        }
                    }
                }
            }
        }
    }

    @Test
    void countsAreThoseOfOneReading() throws IOException {
        Stack input = Samples.noise(new Shape(40, 100, 101, 1), PixelType.U8);
        Stack chain =
                new Divide(new Bench()).apply(input, new Divide.Params(Reference.parse("frame 0"), 1, ByZero.ZERO));
        long zeros = 0;
        Stack first = Samples.noise(new Shape(1, 100, 101, 1), PixelType.U8);
        for (double sample : Bench.values(first)) {
            zeros += sample == 0 ? 1 : 0;
        }
        reduced(chain, List.of(new Mean()), 3);
        assertEquals(List.of("divide by frame 0: " + 40 * zeros + " samples divided by 0, set to 0"), chain.remarks());
    }
}
