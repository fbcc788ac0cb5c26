package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.time.SlidingWindow.Ends;
import org.tachyscope.ops.time.SlidingWindow.Params;
import org.tachyscope.ops.time.SlidingWindow.Position;
import org.tachyscope.ops.time.SlidingWindow.Statistic;

/** Reads 10⁶ frames of 4 × 4 through windows, and compares with exact arithmetic on the last ones. */
class LongSeriesTest {

    private static final int FRAMES = 1_000_000;
    private static final int SAMPLES = 16;
    private static final int WINDOW = 1000;
    private static final int CHECKED = 50;

    @Test
    void sumsOfShortsStayExact() throws IOException {
        Stack input = noise(PixelType.U16);
        checkMeans(input, 0);
    }

    @Test
    void sumsOfBytesStayExact() throws IOException {
        checkMeans(noise(PixelType.U8), 0);
    }

    @Test
    void meansOfFloatsDoNotDrift() throws IOException {
        checkMeans(noise(PixelType.F32), 0);
    }

    /** The spread of noise with an offset of 10⁶, and after values of 10³⁰ have passed. */
    @Test
    void standardDeviationsOfFloatsDoNotDrift() throws IOException {
        Stack input = noise(PixelType.F32);
        try (Stack slid = slide(input, Statistic.STD);
                Cursor cursor = slid.cursor()) {
            forward(cursor, slid);
            for (long k = slid.shape().frames() - CHECKED; k < slid.shape().frames(); k++) {
                double found = cursor.frame(k).sample(3);
                double expected = std(input, k, 3);
                assertEquals(expected, found, 4 * Math.ulp((float) expected), "frame " + k);
            }
        }
    }

    private static void checkMeans(Stack input, double tolerance) throws IOException {
        try (Stack slid = slide(input, Statistic.MEAN);
                Cursor cursor = slid.cursor()) {
            forward(cursor, slid);
            for (long k = slid.shape().frames() - CHECKED; k < slid.shape().frames(); k++) {
                BigDecimal mean = sum(input, k, 5).divide(BigDecimal.valueOf(WINDOW), MathContext.DECIMAL128);
                assertEquals(mean.floatValue(), cursor.frame(k).sample(5), tolerance, "frame " + k);
            }
        }
    }

    private static void forward(Cursor cursor, Stack stack) throws IOException {
        for (long k = 0; k < stack.shape().frames() - CHECKED; k++) {
            cursor.frame(k);
        }
    }

    private static Stack slide(Stack input, Statistic statistic) {
        return new SlidingWindow().apply(input, new Params(statistic, WINDOW, 0, Position.LEADING, Ends.DROP));
    }

    private static BigDecimal sum(Stack input, long from, int sample) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long t = from; t < from + WINDOW; t++) {
            sum = sum.add(new BigDecimal(value(input, t, sample)));
        }
        return sum;
    }

    private static double std(Stack input, long from, int sample) {
        BigDecimal sum = sum(input, from, sample);
        BigDecimal squares = BigDecimal.ZERO;
        for (long t = from; t < from + WINDOW; t++) {
            squares = squares.add(new BigDecimal(value(input, t, sample)).pow(2));
        }
        BigDecimal n = new BigDecimal(BigInteger.valueOf(WINDOW));
        BigDecimal variance = n.multiply(squares).subtract(sum.pow(2)).divide(n.pow(2), MathContext.DECIMAL128);
        return variance.sqrt(MathContext.DECIMAL64).doubleValue();
    }

    private static double value(Stack input, long frame, int sample) {
        return input.type().get(input.contiguous().orElseThrow(), frame * SAMPLES + sample);
    }

    /** Returns bytes and shorts of the full range, floats with an offset of 10⁶, and 10³⁰ in every 977th frame of the first half. */
    private static Stack noise(PixelType type) {
        Random random = new Random(7);
        Shape shape = new Shape(FRAMES, 4, 4, 1);
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        for (long i = 0; i < shape.samples(); i++) {
            boolean wild = i / SAMPLES % 977 == 0 && i < shape.samples() / 2;
            switch (type) {
                case U8 -> pixels.set(JAVA_BYTE, i, (byte) random.nextInt());
                case U16 -> pixels.setAtIndex(JAVA_SHORT, i, (short) random.nextInt());
                case F32 -> pixels.setAtIndex(JAVA_FLOAT, i, wild ? 1e30f : 1e6f + 100 * random.nextFloat());
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("noise"));
    }
}
