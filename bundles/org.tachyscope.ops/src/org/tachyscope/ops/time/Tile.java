package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.pixel.PixelMath;

/** Reads the same few samples of one frame after the other, and writes as many. Belongs to one cursor. */
final class Tile {

    private final Frames frames;
    private final LongUnaryOperator real;
    private final Supplier<PixelMath> math;
    private final PixelType type;
    private final int first;
    private final int samples;
    private final Widening widening;
    private final int[] bits;

    /**
     * Marks samples.
     *
     * @param math asked again and again for the fastest loops of the moment
     * @param first first sample in storage order
     * @param samples number of samples, few enough for a cache
     */
    Tile(Frames frames, Supplier<PixelMath> math, PixelType type, int first, int samples) {
        this(frames, math, frame -> frame, type, first, samples);
    }

    private Tile(
            Frames frames, Supplier<PixelMath> math, LongUnaryOperator real, PixelType type, int first, int samples) {
        this.frames = frames;
        this.math = math;
        this.real = real;
        this.type = type;
        this.first = first;
        this.samples = samples;
        widening = new Widening(type, samples);
        bits = new int[samples];
    }

    /** Returns the same samples of the frames that others stand for. */
    Tile through(LongUnaryOperator frame) {
        return new Tile(frames, math, frame, type, first, samples);
    }

    PixelType type() {
        return type;
    }

    int samples() {
        return samples;
    }

    /** Returns the samples of one frame as they are, valid until the next call. */
    MemorySegment raw(long frame) throws IOException {
        return frames.part(real.applyAsLong(frame), first, samples);
    }

    /** Converts the samples of one frame. */
    void read(long frame, float[] to) throws IOException {
        PixelMath loops = math.get();
        if (loops == PixelMath.plain() || type == PixelType.F32) {
            widening.toFloats(raw(frame), to, samples);
        } else {
            loops.load(raw(frame), 0, type, to, samples);
        }
    }

    /**
     * Moves sums of integers by a frame and writes their quotients in one go, if that is faster than step by step.
     *
     * @return false if nothing was done
     */
    boolean slide(long leaving, long entering, float[] sums, float divisor, MemorySegment out) throws IOException {
        PixelMath loops = math.get();
        if (loops == PixelMath.plain() || !frames.lasting()) {
            return false;
        }
        loops.slide(raw(entering), raw(leaving), type, sums, divisor, out);
        return true;
    }

    /** Writes floats that are numbers, or as they are. */
    void write(float[] from, MemorySegment out) {
        MemorySegment.copy(from, 0, out, JAVA_FLOAT, 0, samples);
    }

    /**
     * Writes floats that were computed. All NaN become the same one: which of its many bit patterns an addition returns
     * depends on how Java compiled it.
     */
    void writeComputed(float[] from, MemorySegment out) {
        write(from, out);
        MemorySegment.copy(out, JAVA_INT, 0, bits, 0, samples);
        if (anyNan(bits)) {
            for (int i = 0; i < samples; i++) {
                out.setAtIndex(JAVA_FLOAT, i, Float.isNaN(from[i]) ? Float.NaN : from[i]);
            }
        }
    }

    private static boolean anyNan(int[] bits) {
        int found = 0;
        for (int i = 0; i < bits.length; i++) {
            found |= 0x7f800000 - (bits[i] & 0x7fffffff);
        }
        return found < 0;
    }
}
