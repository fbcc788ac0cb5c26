package org.tachyscope.ops.time;

import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Folds, for every frame t, the frames of a window that slides along time. With width w and lag l, trailing: frames
 * t−l−w+1 … t−l; leading: t+l … t+l+w−1; centred (l = 0, w odd): t−(w−1)/2 … t+(w−1)/2.
 *
 * <p>Any type → F32 for mean, sum, standard deviation (population) and median (mean of the middle two of an even count); the
 * same type for min and max. NaN in a window makes the result NaN, until it has left. Means of U8 and U16 are correctly rounded
 * from exact sums. F32 is folded in float64 from blocks, so nothing drifts however long the stack, and a large value leaves no
 * trace behind: the error of a mean is that of adding w numbers.
 *
 * <p>Reading forward costs an update a frame, whatever the window; another frame costs one window. The result of a frame is the
 * same to the last bit in whatever order frames are read. A cursor takes at most 32 MiB for sums beside its frame, and
 * w + 2 frames of the input if the input is decoded.
 */
@Component
@Contribution(id = "sliding-window", label = "Sliding window", group = "Time")
public final class SlidingWindow implements Operation<SlidingWindow.Params> {

    /** Chooses what is folded, and over which frames. */
    public record Params(
            @Param(label = "Statistic") Statistic statistic,

            @Param(label = "Window", min = 2, unit = "frames", help = "How many frames are folded.")
            int window,

            @Param(
                    label = "Lag",
                    min = 0,
                    unit = "frames",
                    help = "How many frames lie between a frame and its window.")
            int lag,

            @Param(label = "Position", help = "Where the window lies: before its frame, around it or behind it.")
            Position position,

            @Param(
                    label = "Ends",
                    help = "What becomes of frames whose window reaches out of the stack: dropped, folded over what is"
                            + " there, or over the stack mirrored at its first and last frame.")
            Ends ends) {}

    /** Folds the frames of a window. */
    public enum Statistic {
        /** Σx / n. */
        MEAN,
        /** Σx. */
        SUM,
        /** Smallest. */
        MIN,
        /** Largest. */
        MAX,
        /** √(Σ(x − mean)² / n). */
        STD,
        /** Middle value, or mean of the middle two. */
        MEDIAN
    }

    /** Places a window. */
    public enum Position {
        /** Before its frame, and at it. */
        TRAILING,
        /** Around its frame; no lag, odd width. */
        CENTRED,
        /** At its frame, and behind it. */
        LEADING
    }

    /** Tells what becomes of frames whose window reaches out of the stack. */
    public enum Ends {
        /** They are left out. */
        DROP,
        /** The frames that are there are folded; where none is, the frame itself is passed through, and marked. */
        SHRINK,
        /** Frame −i is frame i, and behind the last frame likewise. */
        MIRROR
    }

    @Override
    public Params defaults() {
        return new Params(Statistic.MEAN, 10, 0, Position.TRAILING, Ends.DROP);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Windows windows = Windows.of(params, input.shape().frames());
        boolean own = params.statistic() == Statistic.MIN || params.statistic() == Statistic.MAX;
        Folding folding = Folding.of(params.statistic(), input.type(), params.window());
        return new AlongTime(
                input,
                new AlongTime.Plan(
                        words(params),
                        windows.results(),
                        own ? input.type() : PixelType.F32,
                        metadata -> described(metadata, windows, params),
                        windows.reach(),
                        Math.addExact(params.window(), 2),
                        folding.tileSamples(),
                        folding.sampleBytes(),
                        tile -> new WindowPiece(tile, windows, folding, own)));
    }

    private static Metadata described(Metadata metadata, Windows windows, Params params) {
        Metadata described =
                Times.picked(metadata, windows.results(), windows::frame).withProperty("sliding window", words(params));
        return windows.loss().map(described::withLoss).orElse(described);
    }

    private static String words(Params params) {
        return "sliding %s of %d frames, %s%s, ends %s"
                .formatted(
                        word(params.statistic()),
                        params.window(),
                        word(params.position()),
                        params.lag() == 0 ? "" : ", lag " + params.lag(),
                        switch (params.ends()) {
                            case DROP -> "dropped";
                            case SHRINK -> "shrunk";
                            case MIRROR -> "mirrored";
                        });
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
