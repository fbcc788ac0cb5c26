package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;
import org.tachyscope.ops.ArrivalParams.Unit;

class ArrivalTest {

    private static final double NAN = Double.NaN;
    private static final Stack STACK = Stacks.of(
            PixelType.U8,
            new double[] {9, 0, 10, 255},
            new double[] {11, 0, 10, 0},
            new double[] {10, 0, 10, 0},
            new double[] {12, 0, 11, 0},
            new double[] {10, 0, 10, 0});

    private static ArrivalParams above(double threshold, Unit unit) {
        return new ArrivalParams(threshold, unit);
    }

    private static Stack timed(Timing timing) {
        return MemoryStack.of(
                STACK.contiguous().orElseThrow(),
                STACK.shape(),
                STACK.type(),
                STACK.metadata().withTiming(timing));
    }

    @Test
    void isTheFirstOrLastFrameAboveAndNotAtTheThreshold() throws IOException {
        assertArrayEquals(new double[] {1, NAN, 3, 0}, Stacks.values(new FirstAbove(), above(10, Unit.FRAMES), STACK));
        assertArrayEquals(new double[] {3, NAN, 3, 0}, Stacks.values(new LastAbove(), above(10, Unit.FRAMES), STACK));
    }

    @Test
    void inSecondsIsTheTimeSinceFrameZero() throws IOException {
        Stack listed = timed(new Timing.Listed(new double[] {100, 100.5, 101.25, 104, 110}));
        assertArrayEquals(
                new double[] {0.5, NAN, 4, 0}, Stacks.values(new FirstAbove(), above(10, Unit.SECONDS), listed));
        Stack uniform = timed(new Timing.Uniform(1.7e9, 0.25));
        assertArrayEquals(
                new double[] {0.75, NAN, 0.75, 0}, Stacks.values(new LastAbove(), above(10, Unit.SECONDS), uniform));
    }

    @Test
    void sayTheirUnit() {
        assertEquals("s", new FirstAbove().unit("mV", above(0, Unit.SECONDS)));
        assertEquals("frames", new LastAbove().unit("mV", above(0, Unit.FRAMES)));
    }

    @Test
    void refuseSecondsWithoutTimesAndNanAsAThreshold() {
        assertEquals(
                "arrival in seconds needs a stack that knows the times of its frames",
                refusal(above(1, Unit.SECONDS), STACK));
        assertEquals("the threshold must be a number, got NaN", refusal(above(NAN, Unit.FRAMES), STACK));
    }

    @Test
    void refuseMoreFramesThanFloatsCanCount() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new FirstAbove().fold(new Shape(16_777_217, 1, 1, 1), PixelType.U8, above(0, Unit.FRAMES)));
        assertEquals(
                "time of arrival counts frames in F32, which is exact up to 16777216 frames, got 16777217",
                refusal.getMessage());
    }

    private static String refusal(ArrivalParams params, Stack stack) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> new FirstAbove().fold(stack, params))
                .getMessage());
    }
}
