package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Finds the most frequent value of every sample over time, the smallest of several, as U8.
 *
 * <p>Only U8: it counts each of the 256 values of every sample, 1 KiB a sample. So the frame is gone through strip by strip,
 * each over all frames, and the counters of only one strip a thread exist at a time: at most 16 MiB, if a row is shorter
 * than 16384 samples.
 */
@Component
@Contribution(id = "mode", label = "Mode", group = "Statistics")
public final class Mode implements Reduction<Mode.Params> {

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        return switch (type) {
            case U8 -> new Fold.OfBlocks<>(Fold.Split.STRIPS, ModeCounts::new);
            case U16, F32 ->
                throw new IllegalArgumentException(
                        "the mode is that of U8, whose 256 values can be counted for every sample, got " + type);
        };
    }
}
