package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Counts the samples of the whole stack by value, each channel for itself: a table with one row a bin and the columns
 * {@code from}, {@code to} and one count a channel. All counts are exact.
 *
 * <p>A bin holds {@code from ≤ x < to}, the last one also {@code x = to}, as numpy's do. Rows above and below the bins count
 * what lies outside, and for F32 a last row, from NaN to NaN, counts NaN: what was counted adds up to the samples.
 *
 * <p>Without a range ({@code from = to}) the bins of U8 and U16 are those of the whole pixel type. F32 has no such range, and
 * finding the data's takes a pass of its own: its bins are then sixteenths of powers of two, which suit any data (see
 * {@link OctaveBins}).
 */
@Component
@Contribution(id = "histogram", label = "Histogram", group = "Counting")
public final class Histogram implements Reduction<Histogram.Params> {

    /**
     * Places the bins.
     *
     * @param bins number of bins, or 0
     * @param from where the first begins
     * @param to where the last ends
     */
    public record Params(
            @Param(
                    label = "Bins",
                    min = 0,
                    max = 65_536,
                    help = "Number of equally wide bins; 0: one for each value of U8 and U16, 256 for F32.")
            int bins,

            @Param(label = "From", help = "Where the first bin begins; the same as To: the pixel type's whole range.")
            double from,

            @Param(label = "To", help = "Where the last bin ends.")
            double to) {}

    @Override
    public Params defaults() {
        return new Params(0, 0, 0);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        return switch (type) {
            case U8 -> integers(shape, params, 256);
            case U16 -> integers(shape, params, 65_536);
            case F32 -> floats(shape, params);
        };
    }

    private static Fold integers(Shape shape, Params params, int levels) {
        boolean whole = params.from() == params.to();
        double from = whole ? 0 : params.from();
        double to = whole ? levels : params.to();
        LinearBins bins = LinearBins.of(params.bins() > 0 ? params.bins() : oneEach(from, to), from, to);
        return new Fold.OfBlocks<>(Fold.Split.ANY_ORDER, _ -> new ValueCounts(bins, levels, shape.channels()));
    }

    private static int oneEach(double from, double to) {
        double values = to - from;
        if (from != Math.rint(from) || to != Math.rint(to) || values > 65_536) {
            throw new IllegalArgumentException(
                    "one bin a value needs a range of at most 65536 whole numbers, got " + from + " … " + to);
        }
        return (int) Math.max(1, values);
    }

    private static Fold floats(Shape shape, Params params) {
        if (params.from() == params.to() && params.bins() > 0) {
            throw new IllegalArgumentException(params.bins()
                    + " bins of F32 need a range from < to; the minimum and maximum of the stack give one");
        }
        Bins bins = params.from() == params.to()
                ? new OctaveBins()
                : LinearBins.of(params.bins() > 0 ? params.bins() : 256, params.from(), params.to());
        return new Fold.OfBlocks<>(Fold.Split.ANY_ORDER, _ -> new FloatCounts(bins, shape.channels()));
    }
}
