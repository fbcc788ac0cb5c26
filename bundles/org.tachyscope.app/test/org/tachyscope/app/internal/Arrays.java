package org.tachyscope.app.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and reads {@code .npy} files by hand, as the format's description says. */
final class Arrays {

    private static final int HEADER = 128;

    private Arrays() {}

    /** Writes an array of this dtype and shape, such as {@code |u1} and {@code (3, 2, 2)}. */
    static Path write(Path file, String type, String shape, byte... data) throws IOException {
        byte[] header = header(type, shape);
        byte[] all = java.util.Arrays.copyOf(header, header.length + data.length);
        System.arraycopy(data, 0, all, header.length, data.length);
        return Files.write(file, all);
    }

    /** Writes an array of zeros that takes no space on the disk. */
    static Path sparse(Path file, String type, String shape, long bytes) throws IOException {
        Files.write(file, header(type, shape));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(HEADER + bytes);
        }
        return file;
    }

    /** Reads the last {@code count} values of a {@code <f4} array. */
    static float[] floats(Path file, int count) throws IOException {
        byte[] all = Files.readAllBytes(file);
        float[] values = new float[count];
        ByteBuffer.wrap(all, all.length - 4 * count, 4 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static byte[] header(String type, String shape) {
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = text + " ".repeat(HEADER - 10 - text.length() - 1) + "\n";
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) (HEADER - 10));
        header.put(padded.getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }
}
