package org.tachyscope.ops.curve;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Span;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/** Measures one region in every frame of a window. Used by one thread. */
sealed interface Meter permits ExactMeter, FloatMeter, OrderMeter, PathMeter {

    /** Takes in a block of the window's frames, whole ones. */
    void add(Block block);

    /**
     * Takes in what a meter of the same kind measured of other frames.
     *
     * @param first index of its first frame in this one's window
     */
    void merge(Meter other, int first);

    /** Returns what was measured in a frame of the window. */
    double value(Statistic statistic, int frame, int channel);

    /** Makes empty meters. */
    @FunctionalInterface
    interface Start {
        /** Returns an empty meter. */
        Meter meter(Window window);
    }

    /**
     * Says how a region is measured.
     *
     * @param roi the region
     * @param statistics what is measured
     * @param start makes meters
     */
    record Plan(Roi roi, Set<Statistic> statistics, Start start) {}

    /** Returns how to measure {@code roi}: the first plan with a statistic measures it. */
    static List<Plan> plans(Roi roi, List<Statistic> statistics, NanRule nan, Shape shape, PixelType type) {
        return switch (roi) {
            case Roi.Path path -> {
                var samples = path.samples(shape.width(), shape.height());
                Set<Statistic> all = Set.copyOf(statistics);
                yield List.of(new Plan(roi, all, window -> new PathMeter(samples, window, all, nan)));
            }
            case Roi.Area area ->
                plans(area, Set.copyOf(statistics), nan, area.spans(shape.width(), shape.height()), type);
        };
    }

    private static List<Plan> plans(
            Roi.Area area, Set<Statistic> statistics, NanRule nan, List<Span> spans, PixelType type) {
        var ranked = statistics.stream()
                .collect(Collectors.partitioningBy(
                        s -> s.kind() == Statistic.Kind.PERCENTILE, Collectors.toUnmodifiableSet()));
        Set<Statistic> ranks = ranked.get(true);
        Set<Statistic> moments = ranked.get(false);
        Set<Statistic.Kind> kinds = EnumSet.noneOf(Statistic.Kind.class);
        moments.forEach(s -> kinds.add(s.kind()));
        Start start = switch (type) {
            case U8, U16 -> window -> new ExactMeter(spans, window, kinds);
            case F32 -> window -> new FloatMeter(spans, window, kinds, nan);
        };
        Plan ofMoments = new Plan(area, moments, start);
        Plan ofRanks = new Plan(area, ranks, window -> new OrderMeter(spans, window, ranks, nan));
        return List.of(ofMoments, ofRanks).stream()
                .filter(plan -> !plan.statistics().isEmpty())
                .toList();
    }
}
