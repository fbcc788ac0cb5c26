package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.plan.Budget;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.recipe.Access;

class OpenTextTest {

    private static final long GB = 1_000_000_000L;
    private static final Loss SKIPPED = new Loss(Loss.Kind.SKIPPED, 1, "b.png is not an image");

    private static Verdict verdict(long memory, double seconds, List<Loss> losses) {
        Verdict.Way way = new Verdict.Way(Access.LOAD, memory, 0, OptionalDouble.of(seconds));
        Verdict.Way cache = new Verdict.Way(Access.CACHE, 0, 12 * GB, OptionalDouble.of(seconds));
        Shape shape = new Shape(1000, 768, 1024, 1);
        return new Verdict(
                "a",
                shape,
                PixelType.U8,
                losses,
                way,
                new Budget(60, OptionalLong.of(10 * GB)),
                List.of(cache),
                OptionalLong.of(2));
    }

    @Test
    void asksNothingIfNothingIsLostAndMemoryIsFree() {
        assertFalse(OpenText.asks(verdict(6 * GB, 1, List.of())));
    }

    @Test
    void asksBeforeSomethingIsLostOrMemoryGetsShortOrItTakesLong() {
        assertTrue(OpenText.asks(verdict(0, 0, List.of(SKIPPED))));
        assertTrue(OpenText.asks(verdict(6 * GB + 1, 1, List.of())));
        assertTrue(OpenText.asks(verdict(1, 6, List.of())));
    }

    @Test
    void saysWhatItCosts() {
        assertEquals(
                "1,000 frames of 1024 × 768 px, U8, 786 MB\nLoaded: takes 786 MB of memory, about 1.2 s",
                OpenText.cost(verdict(786_432_000, 1.2, List.of())));
        assertEquals("Fits 60 % of the 10 GB that are free.", OpenText.budget(verdict(1, 1, List.of())));
    }

    @Test
    void saysWhatCanBeDoneIfItIsTooLarge() {
        assertEquals(
                "Too large: 60 % of the 10 GB that are free are 6.0 GB. Choose: decode it into the disk cache (12 GB),"
                        + " take every 2. frame, allow more memory.",
                OpenText.budget(verdict(9 * GB, 1, List.of())));
    }

    @Test
    void listsNoMoreThanEightLosses() {
        String details = OpenText.details(verdict(1, 1, Collections.nCopies(11, SKIPPED)), List.of("by name"));
        assertEquals(8, details.split("b\\.png", -1).length - 1);
        assertTrue(details.endsWith("… and 3 more\n• by name"), details);
        assertEquals("Nothing gets lost.", OpenText.details(verdict(1, 1, List.of()), List.of()));
    }
}
