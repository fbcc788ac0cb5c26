package org.tachyscope.ops.curve;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.NanRule;

/**
 * Averages a band of rows for every column, or of columns for every row, in one frame: a curve over the position. The band is
 * {@code at − half … at + half}, clipped to the frame.
 */
@Component(service = Reduction.class)
@Contribution(id = "profile", label = "Profile", group = "Curves")
public final class Profile implements InSampleUnit<Profile.Params> {

    /**
     * Places the band.
     *
     * @param axis what the profile runs along
     * @param at row in the middle of the band, or column for a profile along rows
     * @param half rows, or columns, on either side of it
     * @param frame frame that is measured
     * @param nan what NaN among the values does
     */
    public record Params(
            @Param(label = "Along", help = "Columns: a value a column, of a band of rows. Rows: the other way round.")
            Axis axis,

            @Param(label = "Position", help = "Row, or column, in the middle of the band.", min = 0, unit = "px")
            int at,

            @Param(label = "Half width", help = "Rows, or columns, on either side of it.", min = 0, unit = "px")
            int half,

            @Param(label = "Frame", min = 0) long frame,

            @Param(label = "NaN", help = "Propagate: one NaN makes the result NaN. Ignore: the other values count.")
            NanRule nan) {}

    @Override
    public Params defaults() {
        return new Params(Axis.COLUMNS, 0, 0, 0, NanRule.PROPAGATE);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params, String unit) {
        Band band = Band.around(params.axis(), params.at(), params.half(), shape);
        checkFrame("a profile", params.frame(), shape);
        String label = "mean of " + band.words() + " in frame " + params.frame();
        var wanted = new BandValues.Wanted(
                params.frame(), params.nan(), List.of(Statistic.parse("mean")), List.of(label), unit);
        return new Fold.OfBlocks<>(Fold.Split.FRAMES, _ -> new BandValues(band, wanted));
    }

    static void checkFrame(String what, long frame, Shape shape) {
        if (frame >= shape.frames()) {
            throw new IllegalArgumentException(
                    what + " of frame " + frame + " needs more frames: the stack has " + shape.frames());
        }
    }
}
