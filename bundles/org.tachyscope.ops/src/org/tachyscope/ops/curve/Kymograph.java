package org.tachyscope.ops.curve;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PathSamples;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Lays the samples along a line of every frame below one another: a frame with time downwards, a row a frame, and arc length to
 * the right, a column a pixel, in F32. NaN where a pixel of the sample is NaN.
 */
@Component
@Contribution(id = "kymograph", label = "Kymograph", group = "Curves")
public final class Kymograph implements Reduction<Kymograph.Params> {

    /**
     * Places the line.
     *
     * @param line a line or polyline, with or without a band
     */
    public record Params(
            @Param(label = "Line", help = "line x,y x,y band n; or polyline x,y x,y x,y … band n.")
            Roi line) {}

    @Override
    public Params defaults() {
        return new Params(new Roi.Line(new Roi.Point(0, 0.5), new Roi.Point(1, 0.5), 1));
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        if (!(params.line() instanceof Roi.Path path)) {
            throw new IllegalArgumentException(
                    "a kymograph needs a line or polyline, got " + params.line().brief());
        }
        PathSamples samples = path.samples(shape.width(), shape.height());
        new Shape(1, Math.toIntExact(shape.frames()), samples.size(), shape.channels()); // refuses too large ones
        PathReader reader = new PathReader(samples, shape, type);
        return new Fold.OfBlocks<>(Fold.Split.FRAMES, window -> new PathRows(reader, window));
    }
}
