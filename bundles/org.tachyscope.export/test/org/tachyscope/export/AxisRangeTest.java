package org.tachyscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisRangeTest {

    private static AxisRange around(double margin, double... values) {
        return AxisRange.around(DoubleStream.of(values), margin);
    }

    @Test
    void spansTheValuesWithAMargin() {
        assertEquals(new AxisRange(-1, 11), around(0.1, 0, 10, 5));
    }

    @Test
    void leavesOutWhatCanNotBeDrawn() {
        assertEquals(new AxisRange(1, 2), around(0, 1, Double.NaN, 2, Double.POSITIVE_INFINITY, -Double.MAX_VALUE));
    }

    @Test
    void hasRoomAroundASingleValue() {
        assertEquals(new AxisRange(95, 105), around(0, 100));
        assertEquals(new AxisRange(-0.05, 0.05), around(0, 0));
    }

    @Test
    void isNeverFinerThanTheNumbersThemselves() {
        AxisRange range = around(0, 1e16, 1e16 + 2);
        assertTrue(range.max() - range.min() > 1e14, range.toString());
    }

    @Test
    void isFromZeroToOneWithoutValues() {
        assertEquals(new AxisRange(0, 1), around(0.1));
        assertEquals(new AxisRange(0, 1), around(0.1, Double.NaN));
    }

    @Test
    void neverOverflows() {
        AxisRange range = around(0.05, -1e300, 1e300);
        assertTrue(Double.isFinite(range.max() - range.min()));
    }

    @Test
    void usesExponentsOnlyForLargeAndSmallNumbers() {
        assertEquals("0.##########", new AxisRange(0, 1000).pattern());
        assertEquals("0.######E0", new AxisRange(-1e9, 0).pattern());
        assertEquals("0.######E0", new AxisRange(0, 1e-6).pattern());
    }
}
