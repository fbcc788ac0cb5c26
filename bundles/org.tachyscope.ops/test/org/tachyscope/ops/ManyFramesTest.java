package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.run.Runner;

/** Over 100,000 small frames of the full range, integers' mean and std are the rounded values of exact sums. */
class ManyFramesTest {

    private static final Shape SHAPE = new Shape(100_000, 3, 5, 1);
    private static final int SAMPLES = 15;
    private static final MathContext FINE = new MathContext(60);

    private static int value(long t, int i, int top, Random random) {
        return switch (i) {
            case 0 -> (int) (t % 2) * top;
            case 1 -> top;
            case 2 -> t == 0 ? 0 : top;
            case 3 -> t == SHAPE.frames() - 1 ? top : 0;
            case 4 -> t < SHAPE.frames() / 2 ? 0 : top;
            case 5 -> top - (int) (t % 2);
            default -> random.nextInt(top + 1);
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"U8", "U16"})
    void meanAndStdAreCorrectlyRounded(PixelType type) throws IOException {
        MemorySegment pixels = Arena.ofAuto().allocate(SHAPE.samples() * type.bytes(), 64);
        Random random = new Random(20261120);
        int top = type == PixelType.U8 ? 255 : 65535;
        long[] sums = new long[SAMPLES];
        long[] squares = new long[SAMPLES];
        for (long t = 0; t < SHAPE.frames(); t++) {
            for (int i = 0; i < SAMPLES; i++) {
                int x = value(t, i, top, random);
                switch (type) {
                    case U8 -> pixels.setAtIndex(JAVA_BYTE, t * SAMPLES + i, (byte) x);
                    case U16, F32 -> pixels.setAtIndex(JAVA_SHORT, t * SAMPLES + i, (short) x);
                }
                sums[i] += x;
                squares[i] = Math.addExact(squares[i], (long) x * x);
            }
        }
        check(MemoryStack.of(pixels, SHAPE, type, Metadata.named("many")), sums, squares);
    }

    private static void check(Stack stack, long[] sums, long[] squares) throws IOException {
        var folds =
                List.of(new Mean().fold(stack, NanParams.PROPAGATE), new Std().fold(stack, SpreadParams.POPULATION));
        var results = new Runner(2).run(stack, folds, Progress.none()).results();
        BigInteger n = BigInteger.valueOf(SHAPE.frames());
        for (int i = 0; i < SAMPLES; i++) {
            BigInteger sum = BigInteger.valueOf(sums[i]);
            BigDecimal mean = new BigDecimal(sum).divide(new BigDecimal(n), FINE);
            assertEquals(mean.floatValue(), (float) ((Frame) results.get(0)).sample(i), "mean of sample " + i);
            BigInteger v = n.multiply(BigInteger.valueOf(squares[i])).subtract(sum.pow(2));
            BigDecimal std = new BigDecimal(v).sqrt(FINE).divide(new BigDecimal(n), FINE);
            assertEquals(std.floatValue(), (float) ((Frame) results.get(1)).sample(i), "std of sample " + i);
        }
    }
}
