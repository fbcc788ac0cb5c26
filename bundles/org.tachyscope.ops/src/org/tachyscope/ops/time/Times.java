package org.tachyscope.ops.time;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Timing;

/** Says when the frames of a result were taken, and what they are called. */
final class Times {

    private Times() {}

    /**
     * Returns metadata of frames that were picked from others.
     *
     * @param frames number of frames that were picked
     * @param source returns the frame that was picked as frame k; the distance from one to the next is always the same
     */
    static Metadata picked(Metadata metadata, long frames, LongUnaryOperator source) {
        return metadata.withTiming(timing(metadata.timing(), frames, source))
                .withFrameNames(names(metadata.frameNames(), frames, source));
    }

    private static Timing timing(Timing timing, long frames, LongUnaryOperator source) {
        return switch (timing) {
            case Timing.Unknown unknown -> unknown;
            case Timing.Uniform uniform -> {
                long step = frames < 2 ? 1 : source.applyAsLong(1) - source.applyAsLong(0);
                yield new Timing.Uniform(
                        uniform.start() + uniform.step() * source.applyAsLong(0), uniform.step() * step);
            }
            case Timing.Listed listed -> {
                double[] times = new double[Math.toIntExact(frames)];
                for (int i = 0; i < times.length; i++) {
                    times[i] = listed.seconds(source.applyAsLong(i)).orElseThrow();
                }
                yield new Timing.Listed(times);
            }
        };
    }

    /** Returns when bins were taken: the mean of their frames' times. */
    static Timing means(Timing timing, TimeBins bins) {
        return switch (timing) {
            case Timing.Unknown unknown -> unknown;
            case Timing.Uniform uniform
            when bins.frames() % bins.size() == 0 || !bins.rest() ->
                new Timing.Uniform(
                        uniform.start() + uniform.step() * (bins.size() - 1) / 2, uniform.step() * bins.size());
            case Timing.Uniform _, Timing.Listed _ ->
                new Timing.Listed(LongStream.range(0, bins.count())
                        .mapToDouble(bin -> mean(timing, bins.from(bin), bins.to(bin)))
                        .toArray());
        };
    }

    private static double mean(Timing timing, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToDouble(frame -> timing.seconds(frame).orElseThrow())
                .average()
                .orElseThrow();
    }

    static List<String> names(List<String> names, long frames, LongUnaryOperator source) {
        List<String> picked = new ArrayList<>();
        for (long i = 0; i < frames && !names.isEmpty(); i++) {
            picked.add(names.get((int) source.applyAsLong(i)));
        }
        return picked;
    }

    /** Returns {@code frame 3} or {@code frames 3 … 7}. */
    static String range(long from, long to) {
        return from == to ? "frame " + from : "frames " + from + " … " + to;
    }
}
