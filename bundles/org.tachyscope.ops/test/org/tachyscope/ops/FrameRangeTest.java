package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

class FrameRangeTest {

    private static final Loss LOSS = new Loss(Loss.Kind.FILLED, 1, "frame 3 was empty");

    /** Frame t holds 10 t. */
    private static Stack tens(Timing timing) {
        Stack plain = Stacks.of(
                PixelType.U16, new double[] {0}, new double[] {10}, new double[] {20}, new double[] {30}, new double[] {
                    40
                });
        Metadata metadata = plain.metadata()
                .withFrameNames(List.of("a", "b", "c", "d", "e"))
                .withTiming(timing)
                .withLoss(LOSS);
        return MemoryStack.of(plain.contiguous().orElseThrow(), plain.shape(), plain.type(), metadata);
    }

    private static Stack range(long from, long to, long step) {
        return new FrameRange().apply(tens(new Timing.Uniform(1, 0.5)), new FrameRange.Params(from, to, step));
    }

    private static double[] values(Stack stack) throws IOException {
        double[] values = new double[(int) stack.shape().frames()];
        try (Cursor cursor = stack.cursor()) {
            for (int t = 0; t < values.length; t++) {
                values[t] = cursor.frame(t).sample(0);
            }
        }
        return values;
    }

    private static String refusal(long from, long to, long step) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> range(from, to, step))
                .getMessage());
    }

    @Test
    void takesBothEndsAndEverySoManyFrames() throws IOException {
        assertArrayEquals(new double[] {10, 20, 30}, values(range(1, 3, 1)));
        assertArrayEquals(new double[] {10, 30}, values(range(1, 3, 2)));
        assertArrayEquals(new double[] {10, 30}, values(range(1, -1, 2)));
        assertArrayEquals(new double[] {0, 30}, values(range(0, 4, 3)));
        assertArrayEquals(new double[] {40}, values(range(4, 4, 7)));
        assertArrayEquals(new double[] {0, 10, 20, 30, 40}, values(range(0, -1, 1)));
    }

    @Test
    void namesTimesAndLossesFollow() {
        Metadata metadata = range(1, 4, 2).metadata();
        assertEquals(List.of("b", "d"), metadata.frameNames());
        assertEquals(new Timing.Uniform(1.5, 1), metadata.timing());
        Loss left = new Loss(Loss.Kind.SKIPPED, 3, "frames 1 … 3, every 2: 3 of 5 are left out");
        assertEquals(List.of(LOSS, left), metadata.losses());
        assertEquals(List.of(LOSS), range(0, -1, 1).metadata().losses());
        Stack listed = new FrameRange()
                .apply(tens(new Timing.Listed(new double[] {0, 1, 4, 9, 16})), new FrameRange.Params(2, -1, 2));
        assertEquals(4, listed.metadata().timing().seconds(0).orElseThrow());
        assertEquals(16, listed.metadata().timing().seconds(1).orElseThrow());
        Stack unknown = new FrameRange().apply(tens(Timing.UNKNOWN), new FrameRange.Params(2, -1, 2));
        assertEquals(Timing.UNKNOWN, unknown.metadata().timing());
    }

    @Test
    void staysContiguousWithoutGaps() {
        Stack part = range(2, 4, 1);
        assertEquals(6, part.contiguous().orElseThrow().byteSize());
        assertEquals(20, PixelType.U16.get(part.contiguous().orElseThrow(), 0));
        assertFalse(range(0, 4, 2).contiguous().isPresent());
    }

    @Test
    void saysWhatItNeeds() {
        Origin origin = range(1, 4, 2).origin().orElseThrow();
        assertEquals("frames 1 … 3, every 2", origin.step());
        assertEquals(new Origin.Reach(0, 2), origin.time());
        assertEquals("frames 2 … 4", range(2, 4, 1).origin().orElseThrow().step());
    }

    @Test
    void canBeReducedWithoutACopy() throws IOException {
        assertArrayEquals(new double[] {20}, Stacks.values(new Mean(), range(1, 3, 1)));
        assertArrayEquals(new double[] {60}, Stacks.values(new Sum(), range(0, 4, 2)));
    }

    @Test
    void refusesWhatIsNotThere() {
        String rule = "a frame range needs 0 ≤ from ≤ to < 5, the number of frames, got from ";
        assertEquals(rule + "2 to 5", refusal(2, 5, 1));
        assertEquals(rule + "3 to 2", refusal(3, 2, 1));
        assertEquals(rule + "-1 to 2", refusal(-1, 2, 1));
        assertEquals(rule + "2 to -2", refusal(2, -2, 1));
        assertEquals(rule + "5 to 4", refusal(5, -1, 1));
        assertEquals("a frame range needs step ≥ 1, got 0", refusal(0, 2, 0));
    }
}
