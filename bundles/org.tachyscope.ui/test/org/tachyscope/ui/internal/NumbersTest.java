package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;

class NumbersTest {

    @Test
    void curveIsCopiedWithTabsForASpreadsheet() {
        var curve = new Curve(
                new Column.Numbers("frame", "", new double[] {0, 1}),
                List.of(new Column.Numbers("mean", "counts", new double[] {12.5, Double.NaN})));
        assertEquals("frame\tmean (counts)\n0\t12.5\n1\tNaN", Numbers.text(Numbers.columns(curve)));
    }
}
