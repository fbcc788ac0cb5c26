package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Range;

class RangeFinderTest {

    @Test
    void findsTheExtremesOfAllFrames() {
        RangeFinder finder = new RangeFinder(PixelType.U8);
        finder.add(Frames.u8(1, 3, 1, 40, 20, 30));
        finder.add(Frames.u8(1, 3, 1, 50, 200, 21));
        assertEquals(new Range(20, 200), finder.find(new Rule.MinMax()));
    }

    /** 0 … 100 have order statistics equal to their rank: percentile 0.1 has rank 0.1, percentile 99.9 rank 99.9. */
    @Test
    void interpolatesPercentilesBetweenOrderStatistics() {
        RangeFinder finder = of(Frames.u8(1, 101, 1, IntStream.range(0, 101).toArray()));
        Range range = finder.find(new Rule.Percentile(0.1, 99.9));
        assertEquals(0.1, range.low(), 1e-9);
        assertEquals(99.9, range.high(), 1e-9);
    }

    /** numpy.percentile([7, 7, 7, 7, 1000, 3000, 3000, 60000], [10, 50, 90]) is 7, 503.5, 20100. */
    @Test
    void findsPercentilesOfSixteenBits() {
        RangeFinder finder = of(Frames.u16(2, 4, 1, 7, 7, 7, 7, 1000, 3000, 3000, 60000));
        assertEquals(new Range(7, 503.5), finder.find(new Rule.Percentile(10, 50)));
        assertEquals(20100, finder.find(new Rule.Percentile(10, 90)).high(), 1e-9);
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        RangeFinder finder =
                of(Frames.f32(1, 5, 1, Float.NaN, -2.5f, Float.POSITIVE_INFINITY, 4, Float.NEGATIVE_INFINITY));
        assertEquals(new Range(-2.5, 4), finder.find(new Rule.MinMax()));
        assertEquals(new Range(-2.5, 0.75), finder.find(new Rule.Percentile(0, 50)));
    }

    @Test
    void startsAtZeroWithoutAnyFiniteSample() {
        RangeFinder finder = of(Frames.f32(1, 2, 1, Float.NaN, Float.NaN));
        assertEquals(new Range(0, 1), finder.find(new Rule.MinMax()));
        assertEquals(new Range(0, 1), finder.find(new Rule.Percentile(1, 99)));
    }

    @Test
    void showsAConstantFrameInTheFirstColor() {
        assertEquals(new Range(9, 10), of(Frames.u8(1, 2, 1, 9, 9)).find(new Rule.MinMax()));
        Range huge = of(Frames.f32(1, 2, 1, 1e30f, 1e30f)).find(new Rule.MinMax());
        assertEquals(1e30f, huge.low());
    }

    @Test
    void takesTheTypesLimitsOrTheUsersNumbers() {
        assertEquals(new Range(0, 255), new RangeFinder(PixelType.U8).find(new Rule.FullType()));
        assertEquals(new Range(0, 65535), new RangeFinder(PixelType.U16).find(new Rule.FullType()));
        assertEquals(new Range(0, 1), new RangeFinder(PixelType.F32).find(new Rule.FullType()));
        Range manual = new Range(3, 4);
        assertEquals(manual, new RangeFinder(PixelType.U8).find(new Rule.Manual(manual)));
    }

    /** 64 bins over 256 values: four values a bin. */
    @Test
    void countsBytesOverAllTheirValues() {
        Distribution all = of(Frames.u8(1, 5, 1, 0, 3, 4, 255, 255)).distribution();
        assertEquals(new Range(0, 255), all.axis());
        assertEquals(2, all.bins()[0]);
        assertEquals(1, all.bins()[1]);
        assertEquals(2, all.bins()[63]);
        assertEquals(1, all.height(0));
        assertEquals(Math.sqrt(0.5), all.height(1));
        assertEquals(0, all.height(30));
    }

    @Test
    void countsFloatsFromTheSmallestToTheLargest() {
        Distribution all = of(Frames.f32(1, 4, 1, -1, 0.01f, Float.NaN, 1)).distribution();
        assertEquals(new Range(-1, 1), all.axis());
        assertEquals(1, all.bins()[0]);
        assertEquals(1, all.bins()[32]);
        assertEquals(1, all.bins()[63]);
    }

    /** 200,000 floats 0 … 199,999: every fourth is kept, so percentiles are good to 4 and extremes exact. */
    @Test
    void seesTheExtremesOfALargeFloatFrame() {
        float[] samples = new float[200_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
        RangeFinder finder = of(Frames.f32(200, 1000, 1, samples));
        assertEquals(new Range(0, 199_999), finder.find(new Rule.MinMax()));
        Range range = finder.find(new Rule.Percentile(10, 90));
        assertEquals(19_999.9, range.low(), 4);
        assertEquals(179_999.1, range.high(), 4);
    }

    private static RangeFinder of(Frame frame) {
        RangeFinder finder = new RangeFinder(frame.type());
        finder.add(frame);
        return finder;
    }
}
