package org.tachyscope.ops.space;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;

/** Multiplies the Fourier transform of every channel with exp(i ω · shift), in F32. */
final class FourierMover implements Mover {

    private final Fourier fourier;
    private final double fill;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment plane;
    private final MemorySegment spectrum;

    FourierMover(int height, int width, double fill) {
        fourier = new Fourier(height, width);
        this.fill = fill;
        plane = arena.allocate(fourier.planeBytes(), 64);
        spectrum = arena.allocate(fourier.spectrumBytes(), 64);
    }

    @Override
    public void move(Frame in, double x, double y, MemorySegment out) {
        boolean moves = x != 0 || y != 0;
        double[] row = new double[in.width() * in.channels()];
        double[] values = new double[in.width()];
        for (int c = 0; moves && c < in.channels(); c++) {
            for (int i = 0; i < in.height(); i++) {
                Rows.load(in.type(), in.pixels(), (long) i * row.length, row.length, row);
                for (int j = 0; j < values.length; j++) {
                    values[j] = row[j * in.channels() + c];
                }
                Rows.store(values, PixelType.F32, plane, (long) i * values.length, values.length);
            }
            fourier.forward(plane, spectrum);
            turn(Phases.of(in.width(), x), Phases.of(in.height(), y));
            fourier.back(spectrum, plane);
            put(in, c, x, y, out);
        }
        if (!moves) {
            out.copyFrom(in.pixels());
        }
    }

    private void turn(Phases right, Phases down) {
        double[] row = new double[2 * fourier.width()];
        for (int i = 0; i < fourier.height(); i++) {
            Rows.load(PixelType.F32, spectrum, (long) i * row.length, row.length, row);
            for (int j = 0; j < fourier.width(); j++) {
                double cos = right.cos[j] * down.cos[i] - right.sin[j] * down.sin[i];
                double sin = right.sin[j] * down.cos[i] + right.cos[j] * down.sin[i];
                double re = row[2 * j];
                double im = row[2 * j + 1];
                row[2 * j] = re * cos - im * sin;
                row[2 * j + 1] = re * sin + im * cos;
            }
            Rows.store(row, PixelType.F32, spectrum, (long) i * row.length, row.length);
        }
    }

    /** Writes one channel, and the fill value where the content came in from the other side. */
    private void put(Frame in, int channel, double x, double y, MemorySegment out) {
        Span rows = Span.inside(in.height(), y);
        Span columns = Span.inside(in.width(), x);
        double[] values = new double[in.width()];
        double[] row = new double[in.width() * in.channels()];
        for (int i = 0; i < in.height(); i++) {
            Rows.load(PixelType.F32, plane, (long) i * values.length, values.length, values);
            if (rows.holds(i)) {
                Arrays.fill(values, 0, columns.first(), fill);
                Arrays.fill(values, columns.end(), values.length, fill);
            } else {
                Arrays.fill(values, fill);
            }
            long first = (long) i * row.length;
            Rows.load(in.type(), out, first, row.length, row);
            for (int j = 0; j < values.length; j++) {
                row[j * in.channels() + channel] = values[j];
            }
            Rows.store(row, in.type(), out, first, row.length);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    /** Holds exp(i ω · shift) along one axis; at half the sampling rate the real part alone, so that values stay real. */
    private record Phases(double[] cos, double[] sin) {
        static Phases of(int count, double shift) {
            double[] cos = new double[count];
            double[] sin = new double[count];
            for (int k = 0; k < count; k++) {
                double phase = Fourier.frequency(k, count) * shift;
                cos[k] = Math.cos(phase);
                sin[k] = 2 * k == count ? 0 : Math.sin(phase);
            }
            return new Phases(cos, sin);
        }
    }
}
