package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Box;

class PrefillTest {

    record Region(
            @Param(label = "ROI") Box roi,
            @Param(label = "Gain") double gain) {}

    @Test
    void regionIsTheWholeFrameAndTheRestStays() {
        // The stack's frames have 2 rows and 3 columns.
        assertEquals(
                new Region(new Box(0, 0, 3, 2), 2.5), Prefill.of(new Region(new Box(0, 0, 1, 1), 2.5), Fakes.SHAPE));
    }
}
