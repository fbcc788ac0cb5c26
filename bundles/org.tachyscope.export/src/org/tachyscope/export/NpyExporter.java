package org.tachyscope.export;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;

/**
 * Writes numpy's {@code .npy} format, version 1.0, C order, the machine's byte order, values as they are.
 *
 * <p>A stack becomes {@code (T, H, W)} or {@code (T, H, W, C)}, a frame {@code (H, W)} or {@code (H, W, C)}; U8 is
 * {@code |u1}, U16 {@code <u2}, F32 {@code <f4}. A curve becomes {@code <f8} of {@code (points, 1 + quantities)}, its axis
 * in column 0, and a table of numbers {@code (rows, columns)}. The format has no place for names, units and losses.
 *
 * <p>A stack is read through one cursor, frame by frame, and never held as a whole. Stops within 16 MiB of being cancelled.
 */
@Component
@Contribution(id = "npy", label = "NumPy array", group = "Arrays")
public final class NpyExporter implements Exporter<NpyExporter.Params> {

    private static final long CHUNK = 16L << 20;
    private static final int ROWS = 4096;

    /** Has no parameters: the content says everything. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public List<String> extensions() {
        return List.of("npy");
    }

    @Override
    public boolean accepts(Content content) {
        return switch (content) {
            case Stack _, Frame _, Curve _ -> true;
            case Table table ->
                !table.columns().isEmpty()
                        && numbers(table).size() == table.columns().size();
        };
    }

    @Override
    public void write(Job<Params> job, Progress progress) throws IOException {
        if (!accepts(job.content())) {
            throw Refused.content("npy", "stacks, frames, curves and tables of numbers", job.content());
        }
        progress.checkCancelled();
        try (FileChannel channel = FileChannel.open(
                job.file(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            switch (job.content()) {
                case Stack stack -> write(stack, channel, progress);
                case Frame frame -> write(frame, channel, progress);
                case Curve curve -> write(columns(curve), channel, progress);
                case Table table -> write(numbers(table), channel, progress);
            }
        }
    }

    private static void write(Stack stack, FileChannel channel, Progress progress) throws IOException {
        Shape shape = stack.shape();
        put(channel, NpyHeader.of(NpyHeader.spelling(stack.type()), lengths(shape)));
        try (Cursor cursor = stack.cursor()) {
            for (long t = 0; t < shape.frames(); t++) {
                put(channel, cursor.frame(t).pixels(), progress);
                progress.worked(t + 1, shape.frames());
            }
        }
    }

    private static void write(Frame frame, FileChannel channel, Progress progress) throws IOException {
        long[] withTime = lengths(frame.shape());
        long[] lengths = Arrays.copyOfRange(withTime, 1, withTime.length);
        put(channel, NpyHeader.of(NpyHeader.spelling(frame.type()), lengths));
        put(channel, frame.pixels(), progress);
        progress.worked(1, 1);
    }

    private static long[] lengths(Shape shape) {
        return shape.channels() == 1
                ? new long[] {shape.frames(), shape.height(), shape.width()}
                : new long[] {shape.frames(), shape.height(), shape.width(), shape.channels()};
    }

    private static void write(List<Column.Numbers> columns, FileChannel channel, Progress progress) throws IOException {
        int rows = columns.getFirst().size();
        put(channel, NpyHeader.of(NpyHeader.order() + "f8", rows, columns.size()));
        ByteBuffer buffer =
                ByteBuffer.allocate(ROWS * columns.size() * Double.BYTES).order(ByteOrder.nativeOrder());
        for (int row = 0; row < rows; row++) {
            for (Column.Numbers column : columns) {
                buffer.putDouble(column.get(row));
            }
            if (!buffer.hasRemaining() || row == rows - 1) {
                progress.checkCancelled();
                put(channel, buffer.flip());
                buffer.clear();
            }
        }
    }

    private static List<Column.Numbers> columns(Curve curve) {
        List<Column.Numbers> columns = new ArrayList<>();
        columns.add(curve.x());
        columns.addAll(curve.y());
        return columns;
    }

    private static List<Column.Numbers> numbers(Table table) {
        return table.columns().stream()
                .filter(Column.Numbers.class::isInstance)
                .map(Column.Numbers.class::cast)
                .toList();
    }

    private static void put(FileChannel channel, MemorySegment pixels, Progress progress) throws IOException {
        for (long done = 0; done < pixels.byteSize(); done += CHUNK) {
            progress.checkCancelled();
            long count = Math.min(CHUNK, pixels.byteSize() - done);
            put(channel, pixels.asSlice(done, count).asByteBuffer());
        }
    }

    private static void put(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
