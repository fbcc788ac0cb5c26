package org.tachyscope.ops.curve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Span;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Moment;

/**
 * Cuts an area into boxes, which are folded with the engine's kernels, and the spans that are left over at their sides.
 *
 * <pre>
 *       ▒▒██████▒
 *      ▒▒▒██████▒▒      one box of some rows, with spans on its left and right
 *     ▒▒▒▒██████▒▒▒
 * </pre>
 *
 * @param boxes rows in whole frames
 * @param rest spans that lie in no box
 */
record Patches(List<Block.Rows> boxes, List<Span> rest) {

    /** Rows of a box that isn't a whole rectangle: more fit a round area worse, fewer suit the kernels worse. */
    private static final int HIGH = 16;

    /** Samples from which on a row of a box is worth the kernels. */
    private static final int WIDE = 48;

    static Patches of(List<Span> spans, Shape shape, PixelType type) {
        Patches patches = new Patches(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < spans.size(); ) {
            int end = stack(spans, i);
            patches.add(spans.subList(i, end), shape, type);
            i = end;
        }
        return patches;
    }

    /** Returns the index behind those spans from {@code first} on that may share a box: one in each of consecutive rows. */
    private static int stack(List<Span> spans, int first) {
        int end = first + 1;
        boolean same = true;
        while (end < spans.size() && spans.get(end).row() == spans.get(end - 1).row() + 1) {
            Span next = spans.get(end);
            same &= next.first() == spans.get(first).first()
                    && next.end() == spans.get(first).end();
            if (!same && end - first >= HIGH) {
                break;
            }
            end++;
        }
        return end;
    }

    private void add(List<Span> spans, Shape shape, PixelType type) {
        int left = spans.stream().mapToInt(Span::first).max().orElseThrow();
        int right = spans.stream().mapToInt(Span::end).min().orElseThrow();
        if ((right - left) * shape.channels() < WIDE || spans.size() < 4) {
            rest.addAll(spans);
            return;
        }
        long rowBytes = (long) shape.samplesPerRow() * type.bytes();
        long at = spans.getFirst().row() * rowBytes + (long) left * shape.channels() * type.bytes();
        boxes.add(new Block.Rows(at, rowBytes, spans.size(), (right - left) * shape.channels()));
        for (Span span : spans) {
            if (span.first() < left) {
                rest.add(new Span(span.row(), span.first(), left));
            }
            if (right < span.end()) {
                rest.add(new Span(span.row(), right, span.end()));
            }
        }
    }

    /** Returns the box in frame {@code t} of a block of whole frames. */
    static Block.Rows inFrame(Block.Rows box, Block block, long t) {
        return new Block.Rows(box.at() + t * block.frameStride(), box.stride(), box.count(), box.samples());
    }

    /** Returns the moments that are needed to measure what is asked for. */
    static Set<Moment> needs(Set<Statistic.Kind> kinds) {
        Set<Moment> needs = EnumSet.noneOf(Moment.class);
        for (Statistic.Kind kind : kinds) {
            switch (kind) {
                case MEAN -> needs.add(Moment.SUM);
                case STD, SAMPLE_STD -> needs.addAll(Set.of(Moment.SUM, Moment.SUM_OF_SQUARES));
                case MIN -> needs.add(Moment.MIN);
                case MAX -> needs.add(Moment.MAX);
                case PERCENTILE -> {}
            }
        }
        return Set.copyOf(needs);
    }
}
