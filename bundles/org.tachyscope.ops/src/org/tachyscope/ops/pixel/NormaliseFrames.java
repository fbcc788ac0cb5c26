package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.util.Optional;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;
import org.tachyscope.api.pixel.SampleReader;

/**
 * Maps each frame by its own range, which is found by computing the frame once more.
 *
 * @param before what the step changes
 */
record NormaliseFrames(Stack before, double trim, Normalise.Output output) implements PixelStep {

    @Override
    public String words() {
        return "normalise each frame" + (trim == 0 ? "" : " trimmed by " + Words.number(trim) + " %");
    }

    @Override
    public PixelType type(PixelType input) {
        return Levels.type(output);
    }

    @Override
    public Optional<Loss> loss(PixelType input, long frames) {
        return Ranges.narrowed(words(), input, Levels.type(output), frames);
    }

    /** A part of a frame takes the range of all of it. */
    @Override
    public boolean readsParts() {
        return false;
    }

    @Override
    public Worker worker(PixelTools tools) throws IOException {
        SampleReader reader = tools.reader(before);
        LevelFinder finder = new LevelFinder(trim);
        return new Worker() {
            private Levels levels = Levels.NONE;

            @Override
            public void frame(long index) throws IOException {
                reader.frame(index);
                levels = finder.find(sink -> sink.frame(reader, before.shape().samplesPerFrame()));
            }

            @Override
            public void apply(int first, float[] samples, int count) {
                levels.map(samples, count, output, tools);
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
