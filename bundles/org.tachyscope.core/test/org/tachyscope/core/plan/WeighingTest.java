package org.tachyscope.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Sources;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.Choices;
import org.tachyscope.core.recipe.Films;

/** The film has ten frames of 4 bytes. */
class WeighingTest {

    private final Catalog catalog = Catalog.of(new Films(), new Films.Frames());
    private final Sources.Planned planned;

    WeighingTest() throws IOException {
        planned = new Sources(catalog).plan(Sources.Request.of(Path.of("").toAbsolutePath()), Progress.none());
    }

    private Verdict verdict(Choices choices, Access access, long free) throws IOException {
        return weighing(free).weigh(planned, choices, access);
    }

    private Weighing weighing(long free) {
        return new Weighing(catalog, Optional.empty(), new Budget(50, OptionalLong.of(free)));
    }

    @Test
    void whatFitsFits() throws IOException {
        Verdict verdict = verdict(Choices.EVERYTHING, Access.AUTOMATIC, 80);
        assertTrue(verdict.fits());
        assertEquals(new Verdict.Way(Access.LOAD, 40, 0, OptionalDouble.empty()), verdict.way());
        assertEquals(OptionalLong.empty(), verdict.fittingStep());
    }

    @Test
    void whatIsTooLargeNamesTheNumbersAndTheWaysThatFit() throws IOException {
        Verdict verdict = verdict(Choices.EVERYTHING, Access.AUTOMATIC, 30);
        assertFalse(verdict.fits());
        assertEquals(
                planned.source().getFileName() + " needs 40 bytes of memory, but 50 % of the 30 bytes that are free are"
                        + " 15 bytes",
                verdict.tooLarge());
        assertEquals(List.of(new Verdict.Way(Access.DECODE, 0, 0, OptionalDouble.of(0))), verdict.others());
        assertEquals(OptionalLong.of(3), verdict.fittingStep());
    }

    @Test
    void fewerFramesTakeLess() throws IOException {
        Choices third = Choices.EVERYTHING.withFrames(new Choices.Frames(0, -1, 3));
        Verdict verdict = verdict(third, Access.AUTOMATIC, 40);
        assertTrue(verdict.fits());
        assertEquals(16, verdict.way().memoryBytes());
        assertEquals(4, verdict.shape().frames());
        assertEquals(6, verdict.losses().getFirst().count());
        assertEquals(3, weighing(32).fittingStep(planned, Choices.EVERYTHING));
        assertEquals(1, weighing(80).fittingStep(planned, Choices.EVERYTHING));
    }

    @Test
    void decodingWhenNeededTakesNothing() throws IOException {
        assertEquals(
                new Verdict.Way(Access.DECODE, 0, 0, OptionalDouble.of(0)),
                verdict(Choices.EVERYTHING, Access.DECODE, 1).way());
    }

    @Test
    void secondsComeFromWhatWasMeasured() throws IOException {
        String extension = "";
        Profile profile = new Profile("2026-11-20", "some", 1, Map.of(), Map.of(), Map.of(), Map.of(extension, 8.0));
        assertEquals(OptionalDouble.empty(), Estimate.decoding(profile, Path.of("a.tif"), 40));
        Profile tif = profile.withLoaders(Map.of("tif", 8.0));
        assertEquals(OptionalDouble.of(5), Estimate.decoding(tif, Path.of("a.tiff"), 40));
    }
}
