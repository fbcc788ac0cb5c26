package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlikeTest {

    private static final List<String> NAMES = List.of("max", "mean", "median", "min", "std");

    @Test
    void findsTheNameThatTakesTheFewestChanges() {
        assertEquals(Optional.of("mean"), Alike.to("meen", NAMES));
        assertEquals(Optional.of("median"), Alike.to("mediam", NAMES));
        assertEquals(Optional.of("mean"), Alike.to("means", NAMES));
    }

    @Test
    void findsNothingInWhatIsTooFarAway() {
        assertEquals(Optional.empty(), Alike.to("histogram", NAMES));
        assertEquals(Optional.empty(), Alike.to("", NAMES));
        assertEquals(Optional.empty(), Alike.to("mean", List.of()));
    }
}
