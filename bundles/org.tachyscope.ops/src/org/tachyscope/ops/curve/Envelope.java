package org.tachyscope.ops.curve;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.NanRule;

/**
 * Finds between which values the pixels of every column, or row, lie: two curves over the position.
 *
 * <p>With percent 0 these are the smallest and the largest pixel. With percent p they are the percentiles p and 100 − p: of the
 * pixels, if one frame is looked at; of the band's mean in each frame, if all are. The labels say which.
 */
@Component(service = Reduction.class)
@Contribution(id = "envelope", label = "Envelope", group = "Curves")
public final class Envelope implements InSampleUnit<Envelope.Params> {

    /** Tells what an envelope encloses. */
    public enum Of {
        /** A band of rows, or columns, in one frame. */
        BAND,
        /** A band of rows, or columns, in all frames. */
        BAND_OVER_TIME,
        /** All rows, or columns, in all frames. */
        ALL
    }

    /**
     * Places the band.
     *
     * @param axis what the envelope runs along
     * @param of what it encloses
     * @param at row in the middle of the band, or column for an envelope along rows
     * @param half rows, or columns, on either side of it
     * @param frame frame that is looked at, if it is one
     * @param percent share below the lower and above the upper curve, 0 … 50
     * @param nan what NaN among the values does
     */
    public record Params(
            @Param(label = "Along", help = "Columns: values a column, of a band of rows. Rows: the other way round.")
            Axis axis,

            @Param(label = "Of", help = "The band in one frame, the band in all frames, or everything in all frames.")
            Of of,

            @Param(label = "Position", help = "Row, or column, in the middle of the band.", min = 0, unit = "px")
            int at,

            @Param(label = "Half width", help = "Rows, or columns, on either side of it.", min = 0, unit = "px")
            int half,

            @Param(label = "Frame", help = "Looked at if it is the band in one frame.", min = 0)
            long frame,

            @Param(
                    label = "Percent",
                    help = "0 for the smallest and largest pixel; p for percentiles p and 100 − p.",
                    min = 0,
                    max = 50,
                    unit = "%")
            double percent,

            @Param(label = "NaN", help = "Propagate: one NaN makes the result NaN. Ignore: the other values count.")
            NanRule nan) {}

    /** Bands of at least this share of the frame are folded as moments of whole frames, which costs less for each pixel. */
    private static final int SHARE = 16;

    private static final long MOST_BYTES = 1L << 30;

    @Override
    public Params defaults() {
        return new Params(Axis.COLUMNS, Of.ALL, 0, 0, 0, 0, NanRule.PROPAGATE);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params, String unit) {
        Band band = params.of() == Of.ALL
                ? Band.all(params.axis(), shape)
                : Band.around(params.axis(), params.at(), params.half(), shape);
        return switch (params.of()) {
            case BAND -> inOneFrame(band, params, unit);
            case BAND_OVER_TIME, ALL ->
                params.percent() == 0 ? extremes(band, type, params.nan(), unit) : means(band, params, unit);
        };
    }

    private static Fold inOneFrame(Band band, Params params, String unit) {
        Profile.checkFrame("an envelope", params.frame(), band.shape());
        String place = " of " + band.words() + " in frame " + params.frame();
        var wanted =
                new BandValues.Wanted(params.frame(), params.nan(), statistics(params), labels(params, place), unit);
        return new Fold.OfBlocks<>(Fold.Split.FRAMES, _ -> new BandValues(band, wanted));
    }

    private static List<Statistic> statistics(Params params) {
        double p = params.percent();
        return p == 0
                ? List.of(Statistic.parse("min"), Statistic.parse("max"))
                : List.of(
                        new Statistic(Statistic.Kind.PERCENTILE, p), new Statistic(Statistic.Kind.PERCENTILE, 100 - p));
    }

    private static List<String> labels(Params params, String place) {
        return statistics(params).stream().map(statistic -> statistic + place).toList();
    }

    private static Fold means(Band band, Params params, String unit) {
        long bytes = band.shape().frames() * band.slots() * 8;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("an envelope of percentiles over time keeps the band's mean of every"
                    + " position and frame, at most " + (MOST_BYTES >> 20) + " MB; it needs " + (bytes >> 20)
                    + " MB for " + band.positions() + " positions and "
                    + band.shape().frames() + " frames");
        }
        List<Statistic> statistics = statistics(params);
        List<String> labels = labels(params, " over all frames of the mean of " + band.words());
        return new Fold.OfBlocks<>(
                Fold.Split.FRAMES, window -> new BandMeans(band, params.nan(), statistics, labels, unit, window));
    }

    private static Fold extremes(Band band, PixelType type, NanRule nan, String unit) {
        String place = " of " + band.words() + " over all frames";
        List<String> labels = List.of("min" + place, "max" + place);
        long samples = (long) band.width() * band.positions() * SHARE;
        boolean wide = samples >= (long) band.shape().height() * band.shape().width();
        if (!wide || type == PixelType.F32 && nan == NanRule.IGNORE) {
            return new Fold.OfBlocks<>(Fold.Split.ANY_ORDER, _ -> new BandExtremes(band, nan, labels, unit));
        }
        Fold min = new Fold.OfMoments(Set.of(Moment.MIN), type, (moments, out) -> copy(moments.min(), out));
        Fold max = new Fold.OfMoments(Set.of(Moment.MAX), type, (moments, out) -> copy(moments.max(), out));
        return new Fold.Joined(List.of(min, max), Curve.class, parts -> joined(band, parts, labels, unit));
    }

    private static void copy(MemorySegment from, MemorySegment out) {
        out.copyFrom(from.asSlice(0, out.byteSize()));
    }

    /** Finds the extremes of positions in frames that hold those of every pixel. */
    private static Result joined(Band band, List<Result> parts, List<String> labels, String unit) {
        var extremes = new BandExtremes(band, NanRule.PROPAGATE, labels, unit);
        for (Result part : parts) {
            extremes.add((Frame) part);
        }
        return extremes.result();
    }
}
