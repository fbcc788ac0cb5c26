package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;
import org.tachyscope.ops.Max;
import org.tachyscope.ops.Min;
import org.tachyscope.ops.NanParams;

/** Maps all frames by the range of the whole stack, which is found once. */
final class NormaliseStack implements PixelStep {

    private final Engine engine;
    private final Stack before;
    private final double trim;
    private final Normalise.Output output;
    private volatile Optional<Levels> levels = Optional.empty();

    NormaliseStack(Engine engine, Stack before, double trim, Normalise.Output output) {
        this.engine = engine;
        this.before = before;
        this.trim = trim;
        this.output = output;
    }

    @Override
    public String words() {
        return "normalise the stack" + (trim == 0 ? "" : " trimmed by " + Words.number(trim) + " %");
    }

    @Override
    public PixelType type(PixelType input) {
        return Levels.type(output);
    }

    @Override
    public Optional<Loss> loss(PixelType input, long frames) {
        return Ranges.narrowed(words(), input, Levels.type(output), frames);
    }

    @Override
    public synchronized void prepare(Progress progress) throws IOException {
        if (levels.isEmpty()) {
            progress.step("range of " + before.metadata().name());
            levels = Optional.of(found(progress));
        }
    }

    /** Smallest and largest samples come from the engine, in parallel, unless some are infinite. */
    private Levels found(Progress progress) throws IOException {
        if (trim == 0) {
            Levels extremes = extremes(progress);
            if (Float.isFinite(extremes.low()) && Float.isFinite(extremes.high())) {
                return extremes;
            }
        }
        return new LevelFinder(trim).of(before, progress);
    }

    private Levels extremes(Progress progress) throws IOException {
        NanParams ignoring = new NanParams(NanRule.IGNORE);
        List<Result> found = engine.reduce(
                before,
                List.of(
                        new Min().fold(before.shape(), before.type(), ignoring),
                        new Max().fold(before.shape(), before.type(), ignoring)),
                progress);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        Frame lows = (Frame) found.get(0);
        Frame highs = (Frame) found.get(1);
        for (int i = 0; i < lows.samples(); i++) {
            float least = (float) lows.sample(i);
            float most = (float) highs.sample(i);
            low = least < low ? least : low;
            high = most > high ? most : high;
        }
        return new Levels(low, high);
    }

    @Override
    public Worker worker(PixelTools tools) throws IOException {
        prepare(Progress.none());
        Levels known = levels.orElseThrow();
        return (_, samples, count) -> known.map(samples, count, output, tools);
    }
}
