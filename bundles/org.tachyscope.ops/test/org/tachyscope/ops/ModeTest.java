package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

class ModeTest {

    @Test
    void isTheMostFrequentValueAndTheSmallestOfSeveral() throws IOException {
        var stack = Stacks.of(
                PixelType.U8,
                new double[] {7, 255, 0, 200},
                new double[] {9, 255, 255, 100},
                new double[] {9, 0, 255, 100},
                new double[] {7, 0, 0, 200},
                new double[] {8, 255, 1, 3});
        assertArrayEquals(new double[] {7, 255, 0, 100}, Stacks.values(new Mode(), stack));
    }

    @Test
    void ofOneFrameIsThatFrame() throws IOException {
        double[] all = new double[256];
        Arrays.setAll(all, i -> i);
        assertArrayEquals(all, Stacks.values(new Mode(), Stacks.of(PixelType.U8, all)));
    }

    /** Sample i is i % 251 in two of five frames, and something else each time in the others. */
    @Test
    void goesThroughManyStrips() throws IOException {
        Shape shape = new Shape(5, 300, 400, 1);
        double[][] frames = new double[5][shape.samplesPerFrame()];
        double[] expected = new double[shape.samplesPerFrame()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = i % 251;
            for (int t = 0; t < 5; t++) {
                frames[t][i] = t == i % 5 || t == (i + 2) % 5 ? i % 251 : 251 + t;
            }
        }
        assertArrayEquals(expected, Stacks.values(new Mode(), Stacks.of(PixelType.U8, shape, frames)));
    }

    @Test
    void refusesMoreThanBytes() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Mode().fold(new Shape(2, 2, 2, 1), PixelType.F32, new Mode.Params()));
        assertEquals(
                "the mode is that of U8, whose 256 values can be counted for every sample, got F32",
                refusal.getMessage());
    }
}
