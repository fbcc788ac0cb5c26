package org.tachyscope.ops.pixel;

import java.util.Arrays;
import java.util.BitSet;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Span;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;

/**
 * Sets the pixels outside or inside an area to a number, all channels alike. The pixel type stays if it holds that number
 * exactly, otherwise the result is F32.
 */
@Component
@Contribution(id = "mask", label = "Mask by region", group = "Intensity")
public final class Mask implements Operation<Mask.Params> {

    /** Tells which pixels keep their samples. */
    public enum Keep {
        /** Those in the area. */
        INSIDE,
        /** The others. */
        OUTSIDE
    }

    /**
     * Names the area.
     *
     * @param roi an area: rectangle, ellipse or polygon
     * @param keep which pixels keep their samples
     * @param value what the others become
     */
    public record Params(
            @Param(label = "Region", help = "rect x,y,width,height, ellipse x,y,width,height or polygon x,y x,y x,y …")
            Roi roi,

            @Param(label = "Keep", help = "Which pixels keep their samples.")
            Keep keep,

            @Param(label = "Value", help = "What the others become; NaN is allowed.")
            double value) {}

    @Override
    public Params defaults() {
        return new Params(new Roi.Rectangle(0, 0, 1, 1), Keep.INSIDE, 0);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        if (!(params.roi() instanceof Roi.Area area)) {
            throw new IllegalArgumentException(params.roi() + " is no area to mask by");
        }
        BitSet kept = pixels(area, input.shape());
        if (params.keep() == Keep.OUTSIDE) {
            kept.flip(0, input.shape().height() * input.shape().width());
        }
        String words = "set to " + Words.number(params.value())
                + switch (params.keep()) {
                    case INSIDE -> " outside ";
                    case OUTSIDE -> " inside ";
                }
                + params.roi();
        PixelType type = Ranges.holds(input.type(), params.value()) ? input.type() : PixelType.F32;
        return PixelChain.of(
                input, new Covering(words, type, kept, input.shape().channels(), (float) params.value()));
    }

    private static BitSet pixels(Roi.Area area, Shape shape) {
        BitSet pixels = new BitSet(shape.height() * shape.width());
        for (Span span : area.spans(shape.width(), shape.height())) {
            int row = span.row() * shape.width();
            pixels.set(row + span.first(), row + span.end());
        }
        return pixels;
    }

    private record Covering(String words, PixelType output, BitSet kept, int channels, float value)
            implements PixelStep {

        @Override
        public PixelType type(PixelType input) {
            return output;
        }

        /** Goes from one run of covered pixels to the next. */
        @Override
        public Worker worker(PixelTools tools) {
            return (first, samples, count) -> {
                int end = first + count;
                int pixel = kept.nextClearBit(first / channels);
                while (pixel * channels < end) {
                    int next = kept.nextSetBit(pixel);
                    int until = next < 0 ? end : Math.min(end, next * channels);
                    int from = Math.max(first, pixel * channels);
                    Arrays.fill(samples, from - first, until - first, value);
                    if (next < 0) {
                        return;
                    }
                    pixel = kept.nextClearBit(next);
                }
            };
        }
    }
}
