package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;
import org.tachyscope.ops.time.FftMagnitude.Output;

/** Sums samples times a wave. Takes all frames of its rows in order. */
final class FrequencySums implements Accumulator<FrequencySums> {

    private static final int TILE = 1024;

    private final Window window;
    private final Wave wave;
    private final Output output;
    private final double scale;
    private final double[][] real;
    private final double[][] imaginary;
    private final float[] floats = new float[TILE];
    private final Widening widening;

    FrequencySums(Window window, Wave wave, Output output, double scale) {
        this.window = window;
        this.wave = wave;
        this.output = output;
        this.scale = scale;
        int tiles = (window.samplesPerFrame() + TILE - 1) / TILE;
        real = new double[tiles][TILE];
        imaginary = new double[tiles][TILE];
        widening = new Widening(window.type(), TILE);
    }

    @Override
    public void add(Block block) {
        int bytes = window.type().bytes();
        for (long i = 0; i < block.window().frames(); i++) {
            MemorySegment frame = block.frame(i);
            double cosine = wave.cosine(block.window().firstFrame() + i);
            double sine = wave.sine(block.window().firstFrame() + i);
            for (int tile = 0; tile < real.length; tile++) {
                int first = tile * TILE;
                int samples = Math.min(TILE, window.samplesPerFrame() - first);
                widening.toFloats(frame.asSlice((long) first * bytes), floats, samples);
                add(floats, real[tile], cosine);
                add(floats, imaginary[tile], -sine);
            }
        }
    }

    private static void add(float[] values, double[] sums, double weight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i] * weight;
        }
    }

    @Override
    public void merge(FrequencySums later) {
        throw new IllegalStateException("sums over all frames of some rows are never merged");
    }

    @Override
    public Result result() {
        MemorySegment out = Arena.ofAuto().allocate(4L * window.samplesPerFrame(), 4);
        for (int i = 0; i < window.samplesPerFrame(); i++) {
            double re = real[i / TILE][i % TILE];
            double im = imaginary[i / TILE][i % TILE];
            out.setAtIndex(JAVA_FLOAT_UNALIGNED, i, value(re, im));
        }
        return new Frame(window.rows(), window.stack().width(), window.stack().channels(), PixelType.F32, out);
    }

    private float value(double re, double im) {
        if (Double.isNaN(re + im) || Double.isInfinite(re) || Double.isInfinite(im)) {
            return Float.NaN;
        }
        return (float)
                switch (output) {
                    case MAGNITUDE, AMPLITUDE -> Math.hypot(re, im) * scale;
                    case PHASE -> Math.atan2(im, re);
                };
    }
}
