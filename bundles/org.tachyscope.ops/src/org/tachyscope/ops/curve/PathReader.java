package org.tachyscope.ops.curve;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PathSamples;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Block;

/** Reads the samples along a path out of whole frames. Used by any thread. */
final class PathReader {

    private final PixelType type;
    private final int channels;
    private final int[][] pixels;
    private final double[][] weights;
    private final int[] divisors;

    PathReader(PathSamples samples, Shape shape, PixelType type) {
        this.type = type;
        channels = shape.channels();
        pixels = new int[samples.size()][];
        weights = new double[samples.size()][];
        divisors = new int[samples.size()];
        for (int s = 0; s < divisors.length; s++) {
            pixels[s] = samples.pixels(s);
            weights[s] = samples.weights(s);
            divisors[s] = samples.divisor(s);
        }
    }

    /** Returns the number of samples. */
    int size() {
        return divisors.length;
    }

    /** Returns all samples of one channel in frame {@code t} of a block of whole frames. */
    double[] read(Block block, long t, int channel) {
        double[] values = new double[divisors.length];
        long first = t * block.frameStride() / type.bytes() + channel;
        for (int s = 0; s < values.length; s++) {
            values[s] = sample(block.pixels(), first, pixels[s], weights[s]) / divisors[s];
        }
        return values;
    }

    private double sample(MemorySegment all, long first, int[] places, double[] shares) {
        double sum = 0;
        for (int k = 0; k < places.length; k++) {
            sum += shares[k] * type.get(all, first + (long) places[k] * channels);
        }
        return sum;
    }
}
