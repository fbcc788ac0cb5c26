package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;
import org.tachyscope.contract.Samples;

class HistogramTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final Histogram.Params WHOLE = new Histogram().defaults();

    private static Table of(Stack stack, Histogram.Params params) throws IOException {
        return (Table) Stacks.reduce(new Histogram(), params, stack);
    }

    private static double[] column(Table table, int index) {
        Column.Numbers column = (Column.Numbers) table.columns().get(index);
        return IntStream.range(0, column.size()).mapToDouble(column::get).toArray();
    }

    private static String refusal(PixelType type, Histogram.Params params) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> new Histogram().fold(new Shape(1, 1, 1, 1), type, params))
                .getMessage());
    }

    @Test
    void hasOneBinAValueOfBytes() throws IOException {
        Table table = of(Stacks.of(PixelType.U8, new double[] {0, 255, 7}, new double[] {255, 255, 7}), WHOLE);
        double[] counts = column(table, 2);
        assertEquals(256, counts.length);
        assertEquals(1, counts[0]);
        assertEquals(2, counts[7]);
        assertEquals(3, counts[255]);
        assertEquals(6, java.util.Arrays.stream(counts).sum());
        assertEquals(255, column(table, 0)[255]);
        assertEquals(256, column(table, 1)[255]);
    }

    @Test
    void hasOneBinAValueOfShorts() throws IOException {
        double[] counts = column(of(Stacks.of(PixelType.U16, new double[] {0, 65535, 40_000, 65535}), WHOLE), 2);
        assertEquals(65_536, counts.length);
        assertArrayEquals(new double[] {1, 1, 2}, new double[] {counts[0], counts[40_000], counts[65_535]});
    }

    @Test
    void countsEachChannelForItself() throws IOException {
        Stack stack = Stacks.of(PixelType.U8, new Shape(1, 2, 1, 3), new double[] {1, 2, 3, 1, 3, 3});
        Table table = of(stack, new Histogram.Params(0, 1, 4));
        assertEquals("count of channel 2", table.columns().get(4).label());
        assertArrayEquals(new double[] {0, 2, 0, 0, 0}, column(table, 2));
        assertArrayEquals(new double[] {0, 0, 1, 1, 0}, column(table, 3));
        assertArrayEquals(new double[] {0, 0, 0, 2, 0}, column(table, 4));
    }

    @Test
    void countsWhatLiesOutsideTheRange() throws IOException {
        Stack stack = Stacks.of(PixelType.F32, new double[] {-1, 0, 0.99f, 1, 2, 2.5, 4, 4.0000005f, INF, -INF, NAN});
        Table table = of(stack, new Histogram.Params(2, 0, 4));
        assertArrayEquals(new double[] {-INF, 0, 2, 4, NAN}, column(table, 0));
        assertArrayEquals(new double[] {0, 2, 4, INF, NAN}, column(table, 1));
        assertArrayEquals(new double[] {2, 3, 3, 2, 1}, column(table, 2));
    }

    /** numpy.histogram(x, 10, (0.1, 0.7)) of the float32 values k / 100 for k = 0 … 99 gives the ten counts between 10 below and 29 above. */
    @Test
    void agreesWithNumpyAtTheEdges() throws IOException {
        double[] x =
                IntStream.range(0, 100).mapToDouble(k -> (float) (k / 100.0)).toArray();
        double[] counts = column(of(Stacks.of(PixelType.F32, x), new Histogram.Params(10, 0.1, 0.7)), 2);
        assertArrayEquals(new double[] {10, 7, 6, 5, 6, 6, 6, 7, 6, 6, 6, 29, 0}, counts);
    }

    @Test
    void sortsIntegersIntoWiderBins() throws IOException {
        double[] x = IntStream.range(0, 256).mapToDouble(k -> k).toArray();
        assertArrayEquals(
                new double[] {86, 85, 85}, column(of(Stacks.of(PixelType.U8, x), new Histogram.Params(3, 0, 0)), 2));
        Table part = of(Stacks.of(PixelType.U8, x), new Histogram.Params(2, 10, 20));
        assertArrayEquals(new double[] {-INF, 10, 15, 20}, column(part, 0));
        assertArrayEquals(new double[] {10, 5, 6, 235}, column(part, 2));
    }

    @Test
    void ofFloatsWithoutARangeHasSixteenthsOfOctaves() throws IOException {
        Stack stack = Stacks.of(PixelType.F32, new double[] {1, 1.0624999f, 1.0625, -1, NAN, 1.15});
        Table table = of(stack, WHOLE);
        double[] from = column(table, 0);
        double[] to = column(table, 1);
        double[] counts = column(table, 2);
        int last = counts.length - 2;
        assertArrayEquals(new double[] {-1.0625, -1, 1}, new double[] {from[0], to[0], counts[0]});
        assertArrayEquals(new double[] {1.125, 1.1875, 1}, new double[] {from[last], to[last], counts[last]});
        assertArrayEquals(
                new double[] {1.0625, 1.125, 1}, new double[] {from[last - 1], to[last - 1], counts[last - 1]});
        assertArrayEquals(new double[] {1, 1.0625, 2}, new double[] {from[last - 2], to[last - 2], counts[last - 2]});
        assertArrayEquals(new double[] {NAN, 1}, new double[] {from[last + 1], counts[last + 1]});
        for (int bin = 0; bin < last; bin++) {
            assertEquals(to[bin], from[bin + 1]);
        }
    }

    @Test
    void ofFloatsKnowsZeroAndInfinity() throws IOException {
        Table table = of(Stacks.of(PixelType.F32, new double[] {-0.0, 0, INF, -INF, 1e-45f}), WHOLE);
        double[] from = column(table, 0);
        double[] counts = column(table, 2);
        assertEquals(-INF, from[0]);
        assertEquals(1, counts[0]);
        assertEquals(INF, from[from.length - 2]);
        assertEquals(1, counts[from.length - 2]);
        int zero = IntStream.range(0, from.length)
                .filter(i -> from[i] == 0)
                .findFirst()
                .orElseThrow();
        assertEquals(3, counts[zero]);
    }

    @Test
    void countsEverySample() throws IOException {
        for (Stack stack : Samples.all()) {
            Table table = of(stack, WHOLE);
            double all = 0;
            for (int c = 0; c < stack.shape().channels(); c++) {
                all += java.util.Arrays.stream(column(table, 2 + c)).sum();
            }
            assertEquals(stack.shape().samples(), all);
        }
    }

    @Test
    void refusesWhatIsNoRange() {
        assertEquals(
                "a histogram needs a finite range from < to, got from 5.0 to 4.0",
                refusal(PixelType.U8, new Histogram.Params(10, 5, 4)));
        assertEquals(
                "a histogram needs a finite range from < to, got from 0.0 to Infinity",
                refusal(PixelType.F32, new Histogram.Params(10, 0, INF)));
        assertEquals(
                "10 bins of F32 need a range from < to; the minimum and maximum of the stack give one",
                refusal(PixelType.F32, new Histogram.Params(10, 0, 0)));
        assertEquals(
                "one bin a value needs a range of at most 65536 whole numbers, got 0.5 … 7.0",
                refusal(PixelType.U16, new Histogram.Params(0, 0.5, 7)));
    }
}
