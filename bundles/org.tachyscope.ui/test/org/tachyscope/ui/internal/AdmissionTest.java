package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Plan.Access;
import org.tachyscope.api.data.Loss;

class AdmissionTest {

    private static final long GB = 1_000_000_000L;
    private static final Loss SKIPPED = new Loss(Loss.Kind.SKIPPED, 1, "b.png is not an image");

    private static Plan plan(long memory, List<Loss> losses) {
        return new Fakes.Planned(new Plan.Cost(memory, 0, memory, Access.LOADED), losses);
    }

    @Test
    void asksNothingIfNothingIsLostAndMemoryIsFree() {
        assertEquals(Optional.empty(), Admission.question("a", plan(8 * GB, List.of()), 10 * GB));
    }

    @Test
    void asksBeforeSomethingIsLost() {
        assertEquals(
                "a opens as 5 × 2 × 3 U8.\n\n• 1 skipped: b.png is not an image\n\nOpen it this way?",
                Admission.question("a", plan(0, List.of(SKIPPED)), GB).orElseThrow());
    }

    @Test
    void asksBeforeMemoryGetsShort() {
        assertTrue(Admission.question("a", plan(9 * GB, List.of()), 10 * GB)
                .orElseThrow()
                .contains("It needs 9.0 GB of memory, and 10 GB are free."));
    }

    @Test
    void listsNoMoreThanEightLosses() {
        String question = Admission.question("a", plan(0, Collections.nCopies(11, SKIPPED)), GB)
                .orElseThrow();
        assertEquals(8, question.split("b\\.png", -1).length - 1);
        assertTrue(question.contains("… and 3 more"));
    }
}
