package org.tachyscope.ops.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.core.Parameters;
import org.tachyscope.ops.Stacks;

class RoiCurveTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final String ALL = "mean; median; min; max; std; sample-std; p25; p100";

    private static Curve curve(Stack stack, String rois, String statistics, NanRule nan) throws IOException {
        var params = Parameters.fromText(
                new RoiCurve().defaults(), List.of("rois=" + rois, "statistics=" + statistics, "nan=" + nan), "");
        return (Curve) Stacks.reduce(new RoiCurve(), params, stack);
    }

    /** Returns what every quantity is in the first frame. */
    private static double[] first(Curve curve) {
        return curve.y().stream().mapToDouble(column -> column.get(0)).toArray();
    }

    private static double[] measured(PixelType type, NanRule nan, double... row) throws IOException {
        String whole = "rect 0,0," + row.length + ",1";
        return first(curve(Stacks.of(type, row), whole, ALL, nan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"U8", "U16", "F32"})
    void measuresFourPixels(PixelType type) throws IOException {
        double[] expected = {4, 3.5, 1, 8, Math.sqrt(6.5), Math.sqrt(26 / 3.0), 2.5, 8};
        assertArrayEquals(expected, measured(type, NanRule.PROPAGATE, 8, 3, 1, 4), 1e-15);
    }

    @Test
    void ofOnePixelHasNoSampleDeviation() throws IOException {
        for (PixelType type : PixelType.values()) {
            assertArrayEquals(
                    new double[] {7, 7, 7, 7, 0, NAN, 7, 7}, measured(type, NanRule.PROPAGATE, 7), type.toString());
        }
    }

    @Test
    void aNanMakesEverythingNanUnlessIgnored() throws IOException {
        for (int at = 0; at < 5; at++) {
            double[] row = {8, 3, 1, 4, 0};
            row[4] = row[at];
            row[at] = NAN;
            double[] all = new double[8];
            Arrays.fill(all, NAN);
            assertArrayEquals(all, measured(PixelType.F32, NanRule.PROPAGATE, row), "NaN at " + at);
            double[] known = Arrays.stream(row).filter(x -> !Double.isNaN(x)).toArray();
            assertArrayEquals(
                    measured(PixelType.F32, NanRule.PROPAGATE, known),
                    measured(PixelType.F32, NanRule.IGNORE, row),
                    1e-15,
                    "NaN at " + at);
        }
    }

    @Test
    void ofNothingButNanIsNanAlsoWhenIgnored() throws IOException {
        double[] all = new double[8];
        Arrays.fill(all, NAN);
        assertArrayEquals(all, measured(PixelType.F32, NanRule.IGNORE, NAN, NAN));
    }

    @Test
    void infinitiesGoTheirUsualWay() throws IOException {
        double[] one = measured(PixelType.F32, NanRule.PROPAGATE, 1, INF, 2);
        assertArrayEquals(new double[] {INF, 2, 1, INF, NAN, NAN, 1.5, INF}, one);
        double[] both = measured(PixelType.F32, NanRule.PROPAGATE, -INF, 0, INF);
        assertArrayEquals(new double[] {NAN, 0, -INF, INF, NAN, NAN, -INF, INF}, both);
    }

    @Test
    void aLargeOffsetDoesNotHideTheDeviation() throws IOException {
        double[] row = new double[3000];
        double[][] frames = new double[1][row.length];
        for (int i = 0; i < row.length; i++) {
            frames[0][i] = 1e6 + (i % 2 == 0 ? 0.25 : -0.25);
        }
        Stack stack = Stacks.of(PixelType.F32, new Shape(1, 30, 100, 1), frames);
        assertArrayEquals(
                new double[] {1e6, 0.25}, first(curve(stack, "rect 0,0,100,30", "mean; std", NanRule.PROPAGATE)), 0);
    }

    @ParameterizedTest
    @CsvSource({"U8, 255", "U16, 65535"})
    void extremesAlternateExactly(PixelType type, int top) throws IOException {
        for (int width : new int[] {1, 2, 7, 8, 9, 15, 16, 17, 1023, 1024, 1025, 4097}) {
            double[] row = new double[2 * width];
            for (int i = 0; i < row.length; i += 2) {
                row[i] = top;
            }
            double[] expected = {top / 2.0, 0, top, top / 2.0, top / 2.0};
            Stack stack = Stacks.of(type, row);
            String whole = "rect 0,0," + row.length + ",1";
            assertArrayEquals(expected, first(curve(stack, whole, "mean; min; max; std; median", NanRule.PROPAGATE)));
        }
    }

    @Test
    void fullValuesFillNoSum() throws IOException {
        for (PixelType type : List.of(PixelType.U8, PixelType.U16)) {
            double top = type == PixelType.U8 ? 255 : 65_535;
            double[] frame = new double[300 * 700];
            Arrays.fill(frame, top);
            Stack stack = Stacks.of(type, new Shape(1, 300, 700, 1), frame);
            assertArrayEquals(
                    new double[] {top, top, top, top, 0, 0, top, top},
                    first(curve(stack, "rect 0,0,700,300", ALL, NanRule.PROPAGATE)));
        }
    }

    @Test
    void everyChannelHasItsOwnCurve() throws IOException {
        double[] frame = {1, 10, 100, 2, 20, 200, 4, 40, 250, 9, 90, 255};
        for (PixelType type : PixelType.values()) {
            Stack stack = Stacks.of(type, new Shape(1, 2, 2, 3), frame);
            Curve curve = curve(stack, "rect 0,0,2,1; line 0.5,0.5 1.5,1.5", "max; median", NanRule.PROPAGATE);
            assertEquals(
                    List.of("max of rect 0,0,2,1, channel 0", "max of rect 0,0,2,1, channel 1"),
                    curve.y().stream().map(Column::label).limit(2).toList());
            assertEquals(12, curve.y().size());
            assertArrayEquals(new double[] {2, 20, 200, 1.5, 15, 150}, Arrays.copyOf(first(curve), 6));
        }
    }

    @Test
    void aPathMeasuresItsSamples() throws IOException {
        double[] frame = {0, 1, 2, 10, 11, 12, 20, 21, 22};
        Stack stack = Stacks.of(PixelType.U16, new Shape(1, 3, 3, 1), frame);
        assertArrayEquals(
                new double[] {11, 11, 10, 12, Math.sqrt(2 / 3.0)},
                first(curve(stack, "line 0.5,1.5 2.5,1.5 band 3", "mean; median; min; max; std", NanRule.PROPAGATE)),
                1e-15);
        assertArrayEquals(
                new double[] {5.5, 15.5},
                first(curve(stack, "line 0.5,1 1.5,1; line 0.5,2 1.5,2", "mean", NanRule.PROPAGATE)),
                1e-15 + 0.5);
    }

    @Test
    void aPointIsItsPixelOverTime() throws IOException {
        Stack stack = Stacks.of(PixelType.F32, new double[] {1, 2}, new double[] {3, NAN}, new double[] {5, -6});
        Column.Numbers value =
                curve(stack, "point 1,0", "mean", NanRule.PROPAGATE).y().getFirst();
        assertArrayEquals(new double[] {2, NAN, -6}, new double[] {value.get(0), value.get(1), value.get(2)});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rois=                 | roi-curve needs at least one region and one statistic, got 0 and 1",
                "statistics=           | roi-curve needs at least one region and one statistic, got 1 and 0",
                "rois=rect 0,0,9,9     | ROI rect 0,0,9,9 lies outside the frame of 4 × 1 px",
                "rois=point 0,0; line 0,0 5,0 | ROI line 0,0 5,0 lies outside the frame of 4 × 1 px"
            })
    void refusesWhatDoesNotFit(String typed, String reason) {
        var params = Parameters.fromText(new RoiCurve().defaults(), List.of(typed), "");
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new RoiCurve().fold(new Shape(1, 1, 4, 1), PixelType.U8, params));
        assertEquals(reason, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "std", "sample-std", "min", "max", "median", "p0", "p97.5", "p100"})
    void statisticsAreReadFromTheirText(String text) {
        assertEquals(text, Statistic.parse(text).toString());
        assertEquals(Statistic.parse(text), Statistic.parse(" " + text.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void refusesUnknownStatistics() {
        for (String text :
                Stream.of("average", "p", "p101", "p-5", "percentile", "").toList()) {
            assertThrows(IllegalArgumentException.class, () -> Statistic.parse(text), text);
        }
    }

    /** Areas large enough for the engine's kernels, against a walk over their pixels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rect 0,0,200,90",
                "rect 3,5,150,80",
                "ellipse 1,2,190,85",
                "polygon 2,2 198,10 150,88 20,70",
                "polygon 0,0 200,0 200,90 150,90 150,30 60,30 60,90 0,90",
                "polygon 100,0 102,90 98,90"
            })
    void largeAreasMeasureTheirPixels(String roi) throws IOException {
        int w = 200;
        int h = 90;
        for (PixelType type : PixelType.values()) {
            for (int channels : new int[] {1, 2}) {
                double[][] frames = new double[3][w * h * channels];
                for (int t = 0; t < 3; t++) {
                    for (int i = 0; i < frames[t].length; i++) {
                        frames[t][i] = (i * 7919L + t * 104_729L) % 251 * (type == PixelType.U16 ? 257 : 1);
                    }
                }
                Stack stack = Stacks.of(type, new Shape(3, h, w, channels), frames);
                Curve curve = curve(stack, roi, "mean; min; max; std", NanRule.PROPAGATE);
                Curve mean = curve(stack, roi, "mean", NanRule.IGNORE);
                for (int t = 0; t < 3; t++) {
                    for (int c = 0; c < channels; c++) {
                        double[] x = pixels(roi, frames[t], w, h, channels, c);
                        double average = Arrays.stream(x).sum() / x.length;
                        double squares = Arrays.stream(x)
                                .map(v -> (v - average) * (v - average))
                                .sum();
                        String what = type + ", channel " + c + " of " + channels;
                        assertEquals(average, curve.y().get(c).get(t), 1e-12 * average, what);
                        assertEquals(average, mean.y().get(c).get(t), 1e-12 * average, what);
                        assertEquals(
                                Arrays.stream(x).min().orElseThrow(),
                                curve.y().get(channels + c).get(t),
                                what);
                        assertEquals(
                                Arrays.stream(x).max().orElseThrow(),
                                curve.y().get(2 * channels + c).get(t),
                                what);
                        double std = Math.sqrt(squares / x.length);
                        assertEquals(std, curve.y().get(3 * channels + c).get(t), 1e-12 * std, what);
                    }
                }
            }
        }
    }

    private static double[] pixels(String roi, double[] frame, int w, int h, int channels, int channel) {
        return ((Roi.Area) Roi.parse(roi))
                .spans(w, h).stream()
                        .flatMapToInt(span -> java.util.stream.IntStream.range(
                                span.row() * w + span.first(), span.row() * w + span.end()))
                        .mapToDouble(pixel -> frame[pixel * channels + channel])
                        .toArray();
    }
}
