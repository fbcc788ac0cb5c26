package org.tachyscope.ops.space;

import java.util.function.Supplier;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Origin.Reach;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Describes a filter.
 *
 * @param words what it does, with its numbers
 * @param reach how many pixels around a pixel it looks at
 * @param computed pixel type that the filter writes
 * @param scratch how many F32 frames the filter holds on its own
 * @param maker makes one filter a cursor
 */
record Filtering(String words, Reach reach, PixelType computed, int scratch, Supplier<Filter> maker) {

    /** Describes a filter that looks at {@code radius} pixels on every side. */
    static Filtering around(int radius, String words, PixelType computed, int scratch, Supplier<Filter> maker) {
        return new Filtering(words, new Reach(radius, radius), computed, scratch, maker);
    }

    /** Describes a filter whose pixels come from other places. */
    static Filtering moving(String words, PixelType computed, int scratch, Supplier<Filter> maker) {
        return new Filtering(words, Reach.ALL, computed, scratch, maker);
    }

    /** Filters every frame; what is computed is rounded to {@code type}. */
    FrameByFrame on(Stack input, PixelType type) {
        return on(input, input.shape(), type);
    }

    /** Filters every frame to another extent; what is computed is rounded to {@code type}. */
    FrameByFrame on(Stack input, Shape to, PixelType type) {
        Painter.Job job = new Painter.Job(input.shape(), input.type(), to, computed, type);
        return FrameByFrame.withWorkers(input, to, type, () -> new Painter(job, maker))
                .named(words)
                .reaching(reach)
                .taking(job.bytes() + 4L * scratch * to.samplesPerFrame());
    }
}
