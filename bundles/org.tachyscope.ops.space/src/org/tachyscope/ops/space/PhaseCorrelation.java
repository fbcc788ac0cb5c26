package org.tachyscope.ops.space;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.bytedeco.opencv.global.opencv_core.getOptimalDFTSize;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/** Finds out how far frames are shifted from a reference, as {@link Register} says. Used by one thread at a time. */
final class PhaseCorrelation implements AutoCloseable {

    /** Products smaller than this part of the largest are rounding errors, whose phase says nothing. */
    private static final double NOISE = 1e-12;

    private final Fourier fourier;
    private final double[] taperRight;
    private final double[] taperDown;
    private final double[] weightRight;
    private final double[] weightDown;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment plane;
    private final MemorySegment product;
    private MemorySegment reference;
    private MemorySegment last;

    PhaseCorrelation(Shape shape, Register.Taper taper) {
        boolean pads = taper == Register.Taper.HANN;
        fourier = new Fourier(
                pads ? getOptimalDFTSize(shape.height()) : shape.height(),
                pads ? getOptimalDFTSize(shape.width()) : shape.width());
        taperRight = taper(shape.width(), taper);
        taperDown = taper(shape.height(), taper);
        weightRight = weights(fourier.width());
        weightDown = weights(fourier.height());
        plane = arena.allocate(fourier.planeBytes(), 64);
        product = arena.allocate(fourier.spectrumBytes(), 64);
        reference = arena.allocate(fourier.spectrumBytes(), 64);
        last = arena.allocate(fourier.spectrumBytes(), 64);
    }

    private static double[] taper(int count, Register.Taper taper) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (taper) {
                case HANN -> 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / count);
                case NONE -> 1;
            };
        }
        return values;
    }

    private static double[] weights(int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            double frequency = Fourier.frequency(k, count);
            values[k] = Math.exp(-0.5 * frequency * frequency);
        }
        return values;
    }

    /** Makes a frame the reference. */
    void refer(Frame frame) {
        transform(frame, reference);
    }

    /** Makes the last frame whose shift was asked for the reference. */
    void referToLast() {
        MemorySegment old = reference;
        reference = last;
        last = old;
    }

    /** Returns how far {@code frame} lies from the reference. */
    Shift shift(Frame frame) {
        transform(frame, last);
        double perfect = multiply();
        fourier.back(product, plane);
        return perfect == 0 ? Shift.NONE : peak(perfect);
    }

    private void transform(Frame frame, MemorySegment spectrum) {
        double mean = mean(frame);
        double[] gray = new double[frame.width()];
        double[] row = new double[fourier.width()];
        for (int i = 0; i < fourier.height(); i++) {
            Arrays.fill(row, 0);
            if (i < frame.height()) {
                gray(frame, i, gray);
                for (int j = 0; j < gray.length; j++) {
                    row[j] = Double.isFinite(gray[j]) ? (gray[j] - mean) * taperDown[i] * taperRight[j] : 0;
                }
            }
            Rows.store(row, PixelType.F32, plane, (long) i * row.length, row.length);
        }
        fourier.forward(plane, spectrum);
    }

    /** Takes the mean of the channels of one row. */
    private static void gray(Frame frame, int row, double[] gray) {
        int channels = frame.channels();
        double[] samples = new double[gray.length * channels];
        Rows.load(frame.type(), frame.pixels(), (long) row * samples.length, samples.length, samples);
        Arrays.fill(gray, 0);
        for (int j = 0; j < samples.length; j++) {
            gray[j / channels] += samples[j] / channels;
        }
    }

    private static double mean(Frame frame) {
        double[] gray = new double[frame.width()];
        double sum = 0;
        long count = 0;
        for (int i = 0; i < frame.height(); i++) {
            gray(frame, i, gray);
            for (double value : gray) {
                if (Double.isFinite(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Makes the weighted phases, and returns the height of the peak that they would have if they fitted perfectly. */
    private double multiply() {
        double[] moved = new double[2 * fourier.width()];
        double[] fixed = new double[2 * fourier.width()];
        double largest = 0;
        for (int i = 0; i < fourier.height(); i++) {
            load(last, i, moved);
            load(reference, i, fixed);
            for (int j = 0; j < moved.length; j += 2) {
                double re = moved[j] * fixed[j] + moved[j + 1] * fixed[j + 1];
                double im = moved[j + 1] * fixed[j] - moved[j] * fixed[j + 1];
                moved[j] = re;
                moved[j + 1] = im;
                largest = Math.max(largest, re * re + im * im);
            }
            Rows.store(moved, PixelType.F32, product, (long) i * moved.length, moved.length);
        }
        double sum = 0;
        for (int i = 0; i < fourier.height(); i++) {
            load(product, i, moved);
            sum += normalise(moved, weightDown[i], NOISE * NOISE * largest);
            Rows.store(moved, PixelType.F32, product, (long) i * moved.length, moved.length);
        }
        return sum / ((double) fourier.height() * fourier.width());
    }

    private static void load(MemorySegment spectrum, int row, double[] values) {
        Rows.load(PixelType.F32, spectrum, (long) row * values.length, values.length, values);
    }

    /** Leaves the phases of one row's products with their weights, and 0 for noise; returns the sum of the weights. */
    private double normalise(double[] row, double weight, double noise) {
        double sum = 0;
        for (int j = 0; j < row.length; j += 2) {
            double square = row[j] * row[j] + row[j + 1] * row[j + 1];
            double own = square > noise ? weight * weightRight[j / 2] : 0;
            double factor = own == 0 ? 0 : own / Math.sqrt(square);
            row[j] *= factor;
            row[j + 1] *= factor;
            sum += own;
        }
        return sum;
    }

    private Shift peak(double perfect) {
        double[] values = new double[fourier.width()];
        double top = Double.NEGATIVE_INFINITY;
        int row = 0;
        int column = 0;
        for (int i = 0; i < fourier.height(); i++) {
            Rows.load(PixelType.F32, plane, (long) i * values.length, values.length, values);
            for (int j = 0; j < values.length; j++) {
                if (values[j] > top) {
                    top = values[j];
                    row = i;
                    column = j;
                }
            }
        }
        double x = column + between(height(row, column - 1), top, height(row, column + 1));
        double y = row + between(height(row - 1, column), top, height(row + 1, column));
        return new Shift(signed(x, fourier.width()), signed(y, fourier.height()), top / perfect);
    }

    /** Returns one value of the correlation, which repeats beyond its borders. */
    private double height(int row, int column) {
        long i = Math.floorMod(row, fourier.height());
        int j = Math.floorMod(column, fourier.width());
        return plane.getAtIndex(JAVA_FLOAT, i * fourier.width() + j);
    }

    /** Returns where between −½ and ½ the Gaussian through three values has its top. */
    private static double between(double before, double top, double after) {
        if (!(before > 0 && after > 0)) {
            return 0;
        }
        double left = Math.log(before);
        double right = Math.log(after);
        double bend = left - 2 * Math.log(top) + right;
        return bend < 0 ? Math.clamp(0.5 * (left - right) / bend, -0.5, 0.5) : 0;
    }

    private static double signed(double at, int count) {
        return 2 * at > count ? at - count : at;
    }

    @Override
    public void close() {
        arena.close();
    }
}
