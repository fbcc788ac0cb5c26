package org.tachyscope.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.run.StripLayout;

/** A decoder's stack of 1,000 frames of 1,000 × 1,000 bytes, which its loader decodes again and again. */
class PassTest {

    private record Decoded() implements Plan {
        @Override
        public Shape shape() {
            return new Shape(1000, 1000, 1000, 1);
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Cost cost() {
            return new Cost(0, 0, 0, Access.DECODED);
        }

        @Override
        public List<Loss> losses() {
            return List.of();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public Stack open(Progress progress) {
            throw new AssertionError("only planned");
        }
    }

    private static Pass pass(StripLayout.Place place) {
        Stack stack = new Described(new Decoded(), "frames");
        StripLayout strips = new StripLayout(64, 16_384, place, 1_000_000_000, false);
        return new Pass(new Decoded(), 0, List.of(), stack, List.of(), Optional.of(strips), 2);
    }

    @Test
    void aCopyInMemoryCountsAsMemory() {
        Pass pass = pass(new StripLayout.InMemory());
        assertEquals(
                new Explanation.Line("read", "one pass over 1 GB; 1 GB of computed frames brought into memory"),
                pass.read());
        assertEquals(List.of(new Explanation.Line("memory", "1 GB beside Java's own")), pass.takes());
    }

    @Test
    void aTemporaryFileCountsAsDisk() {
        Pass pass = pass(new StripLayout.InFile(Path.of("tmp")));
        assertEquals(
                new Explanation.Line(
                        "read", "one pass over 1 GB; 1 GB of computed frames brought into a temporary file in tmp"),
                pass.read());
        assertEquals(
                List.of(
                        new Explanation.Line("memory", "0 bytes beside Java's own"),
                        new Explanation.Line("disk", "1 GB in tmp, until the run ends")),
                pass.takes());
    }

    @Test
    void stripsAreNamedWithWhatGoesBefore() {
        Stack stack = new Described(new Decoded(), "frames");
        StripLayout strips = new StripLayout(64, 16_384, new StripLayout.InMemory(), 1_000_000_000, true);
        assertEquals(
                "median, roi-mean together, strip by strip over all frames, 64 strips of 16384 samples,"
                        + " after another pass for what merges across rows, 2 threads",
                new Pass(new Decoded(), 0, List.of(), stack, List.of(), Optional.of(strips), 2)
                        .fold(List.of("median", "roi-mean"))
                        .text());
    }
}
