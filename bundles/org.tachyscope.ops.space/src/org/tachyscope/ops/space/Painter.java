package org.tachyscope.ops.space;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.opencv.Matrices;
import org.tachyscope.opencv.OpenCv;

/**
 * Lets a filter read frames where they lie and write them where they are wanted. Copies only what OpenCV can't take: frames
 * on the heap or not aligned, and the channels of frames that have neither 1, 3 nor 4, which are filtered one by one.
 */
final class Painter implements FrameByFrame.Worker {

    private final Job job;
    private final Filter filter;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment plane;
    private final MemorySegment wide;
    private final double[] row;
    private MemorySegment copy;

    /**
     * Makes a filter and what it needs.
     *
     * @throws IOException if OpenCV doesn't load
     */
    Painter(Job job, Supplier<Filter> maker) throws IOException {
        OpenCv.load();
        this.job = job;
        filter = maker.get();
        copy = arena.allocate(job.copyBytes(), 64);
        plane = arena.allocate(job.planeBytes(), 64);
        wide = arena.allocate(job.wideBytes(), 64);
        row = new double[job.rounds() ? job.to.samplesPerRow() : 0];
    }

    @Override
    public void compute(Frame in, MemorySegment out) throws IOException {
        MemorySegment target = job.rounds() ? wide : out;
        try {
            if (job.direct()) {
                run(readable(in), job.from.channels(), target);
            } else {
                channelByChannel(in, target);
            }
        } catch (RuntimeException e) {
            throw new IOException("OpenCV can't compute a frame of " + job.to + ": " + firstLine(e), e);
        }
        if (job.rounds()) {
            round(out);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Returns the frame's pixels where OpenCV can read them. */
    private MemorySegment readable(Frame in) {
        MemorySegment pixels = in.pixels();
        if (pixels.isNative() && pixels.address() % job.fromType.bytes() == 0) {
            return pixels;
        }
        if (copy.byteSize() == 0) {
            copy = arena.allocate(pixels.byteSize(), 64);
        }
        return copy.copyFrom(pixels);
    }

    private void channelByChannel(Frame in, MemorySegment target) {
        int channels = job.from.channels();
        int inSamples = in.height() * in.width();
        int outSamples = job.to.height() * job.to.width();
        for (int c = 0; c < channels; c++) {
            Strided.copy(
                    job.fromType, new Strided.Run(in.pixels(), c, channels), new Strided.Run(copy, 0, 1), inSamples);
            run(copy, 1, plane);
            Strided.copy(job.computed, new Strided.Run(plane, 0, 1), new Strided.Run(target, c, channels), outSamples);
        }
    }

    private void run(MemorySegment in, int channels, MemorySegment out) {
        try (Mat from = Matrices.of(job.from.height(), job.from.width(), channels, job.fromType, in);
                Mat to = Matrices.of(job.to.height(), job.to.width(), channels, job.computed, out)) {
            filter.apply(from, to);
            if (to.data().address() != out.address()) {
                throw new IllegalStateException("OpenCV wrote elsewhere");
            }
        }
    }

    private void round(MemorySegment out) {
        for (int i = 0; i < job.to.height(); i++) {
            long first = (long) i * row.length;
            Rows.load(job.computed, wide, first, row.length, row);
            Rows.store(row, job.type, out, first, row.length);
        }
    }

    @Override
    public void close() {
        filter.close();
        arena.close();
    }

    /**
     * Says what goes in and what comes out.
     *
     * @param computed pixel type that the filter writes, which is then rounded to {@code type}
     */
    record Job(Shape from, PixelType fromType, Shape to, PixelType computed, PixelType type) {

        boolean direct() {
            int channels = from.channels();
            return channels == 1 || channels == 3 || channels == 4;
        }

        boolean rounds() {
            return computed != type;
        }

        long copyBytes() {
            return (direct() ? 0 : (long) from.height() * from.width()) * fromType.bytes();
        }

        long planeBytes() {
            return (direct() ? 0 : (long) to.height() * to.width()) * computed.bytes();
        }

        long wideBytes() {
            return (rounds() ? (long) to.samplesPerFrame() : 0) * computed.bytes();
        }

        long bytes() {
            return copyBytes() + planeBytes() + wideBytes();
        }
    }
}
