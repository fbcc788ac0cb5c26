package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataTest {

    @Test
    void changedCopyLeavesTheOriginal() {
        Metadata plain = Metadata.named("plain");
        Metadata lossy = plain.withLoss(new Loss(Loss.Kind.SKIPPED, 2, "a.png, b.png: broken"));
        assertEquals(List.of(), plain.losses());
        assertEquals(2, lossy.losses().getFirst().count());
        assertEquals("value", lossy.withProperty("key", "value").properties().get("key"));
    }

    @Test
    void uniformTimingCountsFromItsStart() {
        assertEquals(1.5, new Timing.Uniform(1, 0.25).seconds(2).orElseThrow());
    }

    @Test
    void listedTimesAreACopy() {
        double[] times = {0, 1, 3};
        Timing timing = new Timing.Listed(times);
        times[2] = 99;
        assertEquals(3, timing.seconds(2).orElseThrow());
    }

    @Test
    void curveRefusesColumnsOfOtherLength() {
        Column.Numbers x = new Column.Numbers("frame", "", new double[3]);
        Column.Numbers y = new Column.Numbers("mean", "", new double[2]);
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> new Curve(x, List.of(y)));
        assertEquals("mean has 2 values, frame has 3", error.getMessage());
    }
}
