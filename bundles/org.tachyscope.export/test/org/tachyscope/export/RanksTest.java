package org.tachyscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;

class RanksTest {

    private static Ranks ranks(Frame frame) {
        return new Ranks(new Samples(frame, Progress.none()));
    }

    @Test
    void ordersNegativeAndPositiveFloats() {
        float[] values = {2, -1, 7, -5, -0.25f};
        Ranks ranks = ranks(Contents.frame(1, 5, 1, PixelType.F32, i -> values[(int) i]));
        assertEquals(-5, ranks.quantile(0));
        assertEquals(-5, ranks.quantile(0.2));
        assertEquals(-1, ranks.quantile(0.21));
        assertEquals(-0.25f, ranks.quantile(0.5));
        assertEquals(2, ranks.quantile(0.8));
        assertEquals(7, ranks.quantile(1));
    }

    @Test
    void countsInShuffledSamplesAcrossRuns() {
        // 40,009 is prime, so that i × 12,345 visits every residue: the samples are 0 … 40,008, each once.
        Ranks ranks = ranks(Contents.frame(1, 40_009, 1, PixelType.F32, i -> i * 12_345 % 40_009));
        assertEquals(40_009, ranks.finite());
        assertEquals(40, ranks.quantile(0.001)); // rank ⌈40.009⌉ = 41
        assertEquals(39_968, ranks.quantile(0.999)); // rank ⌈39,968.991⌉ = 39,969
    }

    @Test
    void readsIntegersAsUnsigned() {
        assertEquals(
                65_535,
                ranks(Contents.frame(1, 2, 1, PixelType.U16, i -> 65_534 + i)).quantile(1));
        assertEquals(
                255, ranks(Contents.frame(1, 2, 1, PixelType.U8, i -> 254 + i)).quantile(1));
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        float[] values = {Float.NaN, Float.NEGATIVE_INFINITY, 3, Float.POSITIVE_INFINITY, Float.MAX_VALUE};
        Ranks ranks = ranks(Contents.frame(1, 5, 1, PixelType.F32, i -> values[(int) i]));
        assertEquals(2, ranks.finite());
        assertEquals(3, ranks.quantile(0));
        assertEquals(Float.MAX_VALUE, ranks.quantile(1));
    }

    @Test
    void knowsNoQuantileOfNothing() {
        Ranks ranks = ranks(Contents.frame(1, 1, 1, PixelType.F32, _ -> Double.NaN));
        assertThrows(IllegalStateException.class, () -> ranks.quantile(0.5));
    }
}
