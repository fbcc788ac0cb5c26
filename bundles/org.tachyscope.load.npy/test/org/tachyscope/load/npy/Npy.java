package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Stack;

/** Finds, writes and opens files. */
final class Npy {

    private Npy() {}

    /** Returns a file that numpy wrote. */
    static Path fixture(String name) {
        try {
            return Path.of(Npy.class.getResource("fixtures/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a file of version 1.0 whose header isn't padded. */
    static Path write(Path file, String header, byte... pixels) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer all = ByteBuffer.allocate(10 + text.length + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        all.putShort((short) text.length).put(text).put(pixels);
        return Files.write(file, all.array());
    }

    static String header(String descr, boolean fortran, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
                + ", }";
    }

    static Plan plan(Path file) throws IOException {
        return plan(file, Axes.AUTO);
    }

    static Plan plan(Path file, Axes axes) throws IOException {
        return new NpyLoader().plan(file, NpyParams.of(axes), Progress.none());
    }

    static Stack open(Path file) throws IOException {
        return plan(file).open(Progress.none());
    }

    /** Returns all samples in C order. */
    static double[] samples(Stack stack) throws IOException {
        int perFrame = stack.shape().samplesPerFrame();
        double[] all = new double[Math.toIntExact(stack.shape().samples())];
        try (Cursor cursor = stack.cursor()) {
            for (long t = 0; t < stack.shape().frames(); t++) {
                Frame frame = cursor.frame(t);
                for (int i = 0; i < perFrame; i++) {
                    all[(int) t * perFrame + i] = frame.sample(i);
                }
            }
        }
        return all;
    }

    /** Checks that a file is refused with exactly this message behind its name. */
    static void assertRefused(Path file, String message) {
        IOException e = assertThrows(IOException.class, () -> plan(file));
        assertEquals(file + message, e.getMessage());
    }
}
