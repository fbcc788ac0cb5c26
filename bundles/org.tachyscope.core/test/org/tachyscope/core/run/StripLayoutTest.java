package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.NanRule;

class StripLayoutTest {

    private static final Shape SHAPE = new Shape(10, 300, 500, 1);
    private static final Fold MEDIAN = new Fold.OfPercentile(50, NanRule.PROPAGATE);
    private static final Fold SUM = new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, (moments, out) -> {});

    private static Optional<StripLayout> layout(boolean contiguous, long memory, Fold... folds) throws IOException {
        Room.Finder finder = () -> new Room(memory, Path.of("tmp"), () -> Long.MAX_VALUE);
        return StripLayout.of(SHAPE, PixelType.U16, List.of(folds), contiguous, finder);
    }

    /** A 32nd of 150,000 samples is 4687, in lines of 64 samples 4672: 33 strips. */
    @Test
    void framesInPlaceTakeNothing() throws IOException {
        assertEquals(
                Optional.of(new StripLayout(33, 4672, new StripLayout.InPlace(), 0, false)),
                layout(true, 0, MEDIAN, SUM));
    }

    @Test
    void framesAreCopiedToMemoryIfItHoldsThem() throws IOException {
        assertEquals(
                Optional.of(new StripLayout(33, 4672, new StripLayout.InMemory(), 3_000_000, false)),
                layout(false, 3_000_000, MEDIAN));
    }

    @Test
    void moreFramesAreCopiedToATemporaryFile() throws IOException {
        StripLayout.InFile file = new StripLayout.InFile(Path.of("tmp"));
        assertEquals(Optional.of(new StripLayout(33, 4672, file, 3_000_000, false)), layout(false, 2_999_999, MEDIAN));
    }

    @Test
    void joinedPercentilesGoStripByStripToo() throws IOException {
        Fold joined = new Fold.Joined(List.of(SUM, MEDIAN), Frame.class, results -> results.getFirst());
        assertEquals(33, layout(true, 0, joined).orElseThrow().strips());
    }

    @Test
    void foldsOfWholeFramesGetAPassBefore() throws IOException {
        Fold whole = new Fold.OfBlocks<>(Fold.Split.FRAMES, window -> {
            throw new AssertionError("only described");
        });
        assertEquals(true, layout(true, 0, MEDIAN, whole).orElseThrow().passBefore());
    }

    @Test
    void momentsAloneDont() throws IOException {
        assertEquals(Optional.empty(), layout(false, 0, SUM));
    }
}
