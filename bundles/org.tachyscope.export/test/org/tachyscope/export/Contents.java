package org.tachyscope.export;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongToDoubleFunction;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Makes contents from formulas, and writes them. */
final class Contents {

    private Contents() {}

    static MemorySegment pixels(long samples, PixelType type, LongToDoubleFunction value) {
        MemorySegment pixels = Arena.ofAuto().allocate(samples * type.bytes(), 64);
        for (long i = 0; i < samples; i++) {
            double x = value.applyAsDouble(i);
            switch (type) {
                case U8 -> pixels.set(ValueLayout.JAVA_BYTE, i, (byte) x);
                case U16 -> pixels.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) (int) x);
                case F32 -> pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) x);
            }
        }
        return pixels;
    }

    static Stack stack(Shape shape, PixelType type, LongToDoubleFunction value) {
        return MemoryStack.of(pixels(shape.samples(), type, value), shape, type, Metadata.named("made"));
    }

    static Frame frame(int height, int width, int channels, PixelType type, LongToDoubleFunction value) {
        return new Frame(height, width, channels, type, pixels((long) height * width * channels, type, value));
    }

    static Column.Numbers numbers(String label, String unit, double... values) {
        return new Column.Numbers(label, unit, values);
    }

    static <P extends Record> Path write(Exporter<P> exporter, Content content, Path file) throws IOException {
        return write(exporter, content, Metadata.named("made"), file, exporter.defaults());
    }

    static <P extends Record> Path write(Exporter<P> exporter, Content content, Metadata metadata, Path file, P params)
            throws IOException {
        exporter.write(new Exporter.Job<>(content, metadata, file, params), Progress.none());
        return file;
    }

    /** Cancels once {@code units} have been reported. */
    static Progress cancelAfter(long units) {
        AtomicLong reported = new AtomicLong();
        return new Progress() {
            @Override
            public void worked(long done, long total) {
                reported.set(done);
            }

            @Override
            public boolean cancelled() {
                return reported.get() >= units;
            }
        };
    }
}
