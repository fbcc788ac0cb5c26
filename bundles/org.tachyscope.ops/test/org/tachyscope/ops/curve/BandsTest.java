package org.tachyscope.ops.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Parameters;
import org.tachyscope.ops.Stacks;

/** Profiles, envelopes and kymographs of stacks that are worked out by hand. */
class BandsTest {

    private static final double NAN = Double.NaN;

    /** Two frames of three rows and two columns. */
    private static Stack six(PixelType type) {
        return Stacks.of(type, new Shape(2, 3, 2, 1), new double[] {1, 2, 3, 4, 8, 6}, new double[] {0, 9, 5, 5, 7, 1});
    }

    private static <P extends Record> Result reduced(Reduction<P> reduction, Stack stack, String... typed)
            throws IOException {
        return Stacks.reduce(reduction, Parameters.fromText(reduction.defaults(), List.of(typed), ""), stack);
    }

    private static double[] values(Column.Numbers column) {
        return IntStream.range(0, column.size()).mapToDouble(column::get).toArray();
    }

    private static void check(Result result, String lowLabel, double[] low, String highLabel, double[] high) {
        Curve curve = (Curve) result;
        assertEquals(
                List.of(lowLabel, highLabel),
                curve.y().stream().map(Column::label).toList());
        assertArrayEquals(low, values(curve.y().get(0)));
        assertArrayEquals(high, values(curve.y().get(1)));
    }

    @Test
    void aProfileIsTheMeanAcrossTheBand() throws IOException {
        for (PixelType type : PixelType.values()) {
            Curve columns = (Curve) reduced(new Profile(), six(type), "at=1", "half=1", "frame=1");
            assertEquals("mean of all rows in frame 1", columns.y().getFirst().label());
            assertArrayEquals(new double[] {4, 5}, values(columns.y().getFirst()));
            Curve rows = (Curve) reduced(new Profile(), six(type), "axis=rows", "at=0");
            assertEquals("row", rows.x().label());
            assertEquals("mean of column 0 in frame 0", rows.y().getFirst().label());
            assertArrayEquals(new double[] {1, 3, 8}, values(rows.y().getFirst()));
        }
    }

    @Test
    void theBandIsClippedToTheFrame() throws IOException {
        Curve clipped = (Curve) reduced(new Profile(), six(PixelType.U8), "at=2", "half=1");
        assertEquals("mean of rows 1 … 2 in frame 0", clipped.y().getFirst().label());
        assertArrayEquals(new double[] {5.5, 5}, values(clipped.y().getFirst()));
        Curve wide = (Curve) reduced(new Profile(), six(PixelType.U8), "at=0", "half=2147483647");
        assertArrayEquals(new double[] {4, 4}, values(wide.y().getFirst()));
    }

    @Test
    void anEnvelopeOfABandInOneFrameHoldsItsPixels() throws IOException {
        for (PixelType type : PixelType.values()) {
            check(
                    reduced(new Envelope(), six(type), "of=band", "at=0", "half=1", "frame=1"),
                    "min of rows 0 … 1 in frame 1",
                    new double[] {0, 5},
                    "max of rows 0 … 1 in frame 1",
                    new double[] {5, 9});
            check(
                    reduced(new Envelope(), six(type), "of=band", "at=1", "half=1", "percent=25"),
                    "p25 of all rows in frame 0",
                    new double[] {2, 3},
                    "p75 of all rows in frame 0",
                    new double[] {5.5, 5});
        }
    }

    @Test
    void anEnvelopeOfALineOverTimeHoldsTheBandInAllFrames() throws IOException {
        for (PixelType type : PixelType.values()) {
            check(
                    reduced(new Envelope(), six(type), "of=band-over-time", "at=0"),
                    "min of row 0 over all frames",
                    new double[] {0, 2},
                    "max of row 0 over all frames",
                    new double[] {1, 9});
            check(
                    reduced(new Envelope(), six(type), "of=band-over-time", "at=0", "half=1", "percent=10"),
                    "p10 over all frames of the mean of rows 0 … 1",
                    new double[] {2.05, 3.4},
                    "p90 over all frames of the mean of rows 0 … 1",
                    new double[] {2.45, 6.6});
        }
    }

    @Test
    void anEnvelopeOfAllHoldsEveryPixel() throws IOException {
        for (PixelType type : PixelType.values()) {
            check(
                    reduced(new Envelope(), six(type)),
                    "min of all rows over all frames",
                    new double[] {0, 1},
                    "max of all rows over all frames",
                    new double[] {8, 9});
            check(
                    reduced(new Envelope(), six(type), "axis=rows"),
                    "min of all columns over all frames",
                    new double[] {0, 3, 1},
                    "max of all columns over all frames",
                    new double[] {9, 5, 8});
        }
    }

    @Test
    void narrowAndWideBandsAgree() throws IOException {
        double[] noise = new double[40 * 50];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = i * 7919L % 65_536;
        }
        Stack stack = Stacks.of(PixelType.U16, new Shape(1, 40, 50, 1), noise);
        var line = List.of("of=band-over-time", "at=17");
        var defaults = new Envelope().defaults();
        Fold narrow = new Envelope().fold(stack, Parameters.fromText(defaults, line, ""));
        Fold wide =
                new Envelope().fold(stack, Parameters.fromText(defaults, List.of("of=band-over-time", "half=3"), ""));
        assertInstanceOf(Fold.OfBlocks.class, narrow);
        assertInstanceOf(Fold.Joined.class, wide);
        double[] row = java.util.Arrays.copyOfRange(noise, 17 * 50, 18 * 50);
        Curve curve = (Curve) Stacks.reduce(new Envelope(), Parameters.fromText(defaults, line, ""), stack);
        assertArrayEquals(row, values(curve.y().get(0)));
        assertArrayEquals(row, values(curve.y().get(1)));
    }

    @Test
    void nanSpreadsUnlessIgnored() throws IOException {
        Stack stack = Stacks.of(
                PixelType.F32, new Shape(2, 2, 2, 1), new double[] {NAN, 2, 3, NAN}, new double[] {5, 6, 7, NAN});
        for (String axis : List.of("axis=columns", "axis=rows")) {
            Curve all = (Curve) reduced(new Envelope(), stack, axis);
            assertArrayEquals(new double[] {NAN, NAN}, values(all.y().get(0)));
        }
        check(
                reduced(new Envelope(), stack, "nan=ignore"),
                "min of all rows over all frames",
                new double[] {3, 2},
                "max of all rows over all frames",
                new double[] {7, 6});
        Curve nothing =
                (Curve) reduced(new Envelope(), stack, "of=band_over_time", "at=1", "axis=columns", "nan=ignore");
        assertArrayEquals(new double[] {3, NAN}, values(nothing.y().get(0)));
        assertArrayEquals(new double[] {7, NAN}, values(nothing.y().get(1)));
        Curve profile = (Curve) reduced(new Profile(), stack, "at=0", "half=1", "nan=ignore");
        assertArrayEquals(new double[] {3, 2}, values(profile.y().getFirst()));
    }

    @Test
    void everyChannelHasItsOwn() throws IOException {
        Stack stack = Stacks.of(PixelType.U8, new Shape(1, 2, 2, 2), new double[] {1, 2, 3, 4, 5, 6, 7, 8});
        Curve rows = (Curve) reduced(new Envelope(), stack, "axis=rows");
        assertEquals(
                "max of all columns over all frames, channel 1", rows.y().get(3).label());
        assertArrayEquals(new double[] {1, 5}, values(rows.y().get(0)));
        assertArrayEquals(new double[] {4, 8}, values(rows.y().get(3)));
        Frame kymograph = (Frame) reduced(new Kymograph(), stack, "line=line 0.5,0.5 0.5,1.5");
        assertEquals(2, kymograph.channels());
        assertEquals(6, kymograph.sample(0, 1, 1));
    }

    @Test
    void aKymographHasTimeDownwards() throws IOException {
        for (PixelType type : PixelType.values()) {
            Frame frame = (Frame) reduced(new Kymograph(), six(type), "line=line 0.5,0.5 0.5,2.5");
            assertEquals(2, frame.height());
            assertEquals(3, frame.width());
            assertEquals(PixelType.F32, frame.type());
            double[] samples = IntStream.range(0, 6).mapToDouble(frame::sample).toArray();
            assertArrayEquals(new double[] {1, 3, 8, 0, 5, 7}, samples);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile   | at=3              | the frame has 3 rows, got row 3",
                "profile   | axis=rows:at=2    | the frame has 2 columns, got column 2",
                "profile   | frame=2           | a profile of frame 2 needs more frames: the stack has 2",
                "envelope  | of=band:frame=9   | an envelope of frame 9 needs more frames: the stack has 2",
                "envelope  | percent=51        | percent: must be ≤ 50 %, got 51",
                "kymograph | line=point 0,0    | a kymograph needs a line or polyline, got point 0,0",
                "kymograph | line=line 0,0 3,0 | ROI line 0,0 3,0 lies outside the frame of 2 × 3 px"
            })
    void refusesWhatIsNotThere(String id, String typed, String reason) {
        Reduction<?> reduction = List.of(new Profile(), new Envelope(), new Kymograph()).stream()
                .filter(r -> r.getClass().getSimpleName().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow();
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> reduced(reduction, six(PixelType.U8), typed.split(":")));
        assertEquals(reason, refusal.getMessage());
    }

    @Test
    void refusesToKeepTooManyMeans() {
        var params = Parameters.fromText(new Envelope().defaults(), List.of("percent=5"), "");
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Envelope().fold(new Shape(1_000_000, 4, 1000, 1), PixelType.U8, params));
        assertEquals(
                "an envelope of percentiles over time keeps the band's mean of every position and frame, at most 1024"
                        + " MB; it needs 7629 MB for 1000 positions and 1000000 frames",
                refusal.getMessage());
    }
}
