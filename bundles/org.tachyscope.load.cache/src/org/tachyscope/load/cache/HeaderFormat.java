package org.tachyscope.load.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Timing;

/** Writes and reads the header of an index: numbers big-endian, a text as the number of its UTF-8 bytes and these. */
final class HeaderFormat {

    private static final int UNKNOWN = 0;
    private static final int UNIFORM = 1;
    private static final int LISTED = 2;

    private HeaderFormat() {}

    static byte[] bytes(Index index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, index.key().source().toString());
            text(out, index.key().loader());
            text(out, index.key().params());
            shape(out, index.layout().shape());
            text(out, index.layout().type().name());
            out.writeLong(index.frames());
            metadata(out, index);
        } catch (IOException e) {
            throw new IllegalStateException("memory refuses nothing", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Understands a header.
     *
     * @throws Index.Damaged in one sentence, if it can't be
     */
    static Index index(ByteBuffer header, Records records) throws Index.Damaged {
        ByteBuffer in = header.order(ByteOrder.BIG_ENDIAN);
        try {
            DiskCache.Key key = new DiskCache.Key(Path.of(text(in)), text(in), text(in));
            Layout layout = new Layout(
                    new Shape(in.getLong(), in.getInt(), in.getInt(), in.getInt()), PixelType.valueOf(text(in)));
            long frames = in.getLong();
            Math.addExact(layout.allBytes(), 0L);
            if (frames < 1
                    || frames > layout.shape().frames()
                    || records.memory().byteSize() != frames * Records.BYTES) {
                throw new Index.Damaged(frames + " frames of " + layout.shape().frames() + " with records of "
                        + records.memory().byteSize() + " bytes");
            }
            Index index = new Index(key, layout, frames, metadata(in, frames), records);
            if (in.hasRemaining()) {
                throw new Index.Damaged(in.remaining() + " bytes behind the header");
            }
            return index;
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            throw new Index.Damaged("the header can't be understood"
                    + (e instanceof InvalidPathException ? ": no path of this system" : ""));
        }
    }

    private static void metadata(DataOutputStream out, Index index) throws IOException {
        Metadata metadata = index.metadata();
        text(out, metadata.name());
        timing(out, metadata.timing(), index.frames());
        out.writeInt(metadata.frameNames().size());
        for (String name : metadata.frameNames()) {
            text(out, name);
        }
        Calibration calibration = metadata.calibration();
        out.writeDouble(calibration.pixelWidth());
        out.writeDouble(calibration.pixelHeight());
        text(out, calibration.lengthUnit());
        text(out, calibration.sampleUnit());
        out.writeInt(metadata.losses().size());
        for (Loss loss : metadata.losses()) {
            text(out, loss.kind().name());
            out.writeLong(loss.count());
            text(out, loss.detail());
        }
        out.writeInt(metadata.properties().size());
        for (Map.Entry<String, String> property : new TreeMap<>(metadata.properties()).entrySet()) {
            text(out, property.getKey());
            text(out, property.getValue());
        }
    }

    private static Metadata metadata(ByteBuffer in, long frames) throws Index.Damaged {
        String name = text(in);
        Timing timing = timing(in, frames);
        List<String> frameNames = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            frameNames.add(text(in));
        }
        if (!frameNames.isEmpty() && frameNames.size() != frames) {
            throw new Index.Damaged(frameNames.size() + " names of " + frames + " frames");
        }
        Calibration calibration = new Calibration(in.getDouble(), in.getDouble(), text(in), text(in));
        List<Loss> losses = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            losses.add(new Loss(Loss.Kind.valueOf(text(in)), in.getLong(), text(in)));
        }
        Map<String, String> properties = new TreeMap<>();
        for (int left = count(in); left > 0; left--) {
            properties.put(text(in), text(in));
        }
        return new Metadata(name, timing, frameNames, calibration, losses, properties);
    }

    private static void timing(DataOutputStream out, Timing timing, long frames) throws IOException {
        switch (timing) {
            case Timing.Unknown _ -> out.writeByte(UNKNOWN);
            case Timing.Uniform uniform -> {
                out.writeByte(UNIFORM);
                out.writeDouble(uniform.start());
                out.writeDouble(uniform.step());
            }
            case Timing.Listed listed -> {
                out.writeByte(LISTED);
                for (long t = 0; t < frames; t++) {
                    out.writeDouble(listed.seconds(t).orElse(Double.NaN));
                }
            }
        }
    }

    private static Timing timing(ByteBuffer in, long frames) throws Index.Damaged {
        int kind = in.get();
        return switch (kind) {
            case UNKNOWN -> Timing.UNKNOWN;
            case UNIFORM -> new Timing.Uniform(in.getDouble(), in.getDouble());
            case LISTED -> listed(in, frames);
            default -> throw new Index.Damaged("times of kind " + kind);
        };
    }

    private static Timing listed(ByteBuffer in, long frames) {
        if (frames > in.remaining() / Double.BYTES) {
            throw new BufferUnderflowException();
        }
        double[] times = new double[(int) frames];
        in.asDoubleBuffer().get(times);
        in.position(in.position() + times.length * Double.BYTES);
        return new Timing.Listed(times);
    }

    private static void shape(DataOutputStream out, Shape shape) throws IOException {
        out.writeLong(shape.frames());
        out.writeInt(shape.height());
        out.writeInt(shape.width());
        out.writeInt(shape.channels());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[count(in)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads a number of things, each of which takes a byte at least. */
    private static int count(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
