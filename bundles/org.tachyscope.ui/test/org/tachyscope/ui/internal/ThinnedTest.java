package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Column;

class ThinnedTest {

    private static Column.Numbers numbers(double... values) {
        return new Column.Numbers("", "", values);
    }

    @Test
    void shortCurveStaysAsItIs() {
        assertArrayEquals(new double[] {0, 5, 1, 4, 2, 9}, Thinned.of(numbers(0, 1, 2), numbers(5, 4, 9), 100));
    }

    @Test
    void gapsAreLeftOut() {
        assertArrayEquals(new double[] {0, 5, 2, 9}, Thinned.of(numbers(0, 1, 2), numbers(5, Double.NaN, 9), 100));
    }

    @Test
    void longCurveKeepsItsPeaks() {
        double[] x = IntStream.range(0, 1000).asDoubleStream().toArray();
        double[] y = new double[1000];
        y[333] = 7;
        y[777] = -3;
        assertArrayEquals(new double[] {0, 0, 333, 7, 500, 0, 777, -3}, Thinned.of(numbers(x), numbers(y), 2));
    }

    @Test
    void extentOfAConstantHasRoom() {
        assertEquals(new Extent(6.5, 7.5), Extent.of(numbers(7, 7)));
        assertEquals(new Extent(-2, 9), Extent.of(numbers(9, Double.NaN, -2)));
        assertEquals(new Extent(0, 1), Extent.of(numbers(Double.NaN)));
        assertEquals("28.93", new Extent(0, 1).text(28.933333));
    }
}
