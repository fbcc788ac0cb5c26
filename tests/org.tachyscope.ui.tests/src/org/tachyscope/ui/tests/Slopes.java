package org.tachyscope.ui.tests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a stack whose every pixel can be told from its place and frame: {@code (3x + 5y + 7t) mod 256}. */
final class Slopes {

    static final int FRAMES = 300;
    static final int SIZE = 1024;

    private static final int HEADER = 128;

    private Slopes() {}

    /** Returns the value of a pixel. */
    static int value(long frame, int x, int y) {
        return (int) ((3L * x + 5L * y + 7 * frame) & 0xff);
    }

    /** Writes the stack as {@code .npy}. */
    static Path write(Path folder) throws IOException {
        Path file = folder.resolve("slopes.npy");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(header());
            byte[] frame = new byte[SIZE * SIZE];
            for (int t = 0; t < FRAMES; t++) {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = (byte) value(t, i % SIZE, i / SIZE);
                }
                out.write(ByteBuffer.wrap(frame));
            }
        }
        return file;
    }

    private static ByteBuffer header() {
        String text =
                "{'descr': '|u1', 'fortran_order': False, 'shape': (" + FRAMES + ", " + SIZE + ", " + SIZE + "), }";
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, HEADER - 10, 0});
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.position() < HEADER - 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').flip();
    }
}
