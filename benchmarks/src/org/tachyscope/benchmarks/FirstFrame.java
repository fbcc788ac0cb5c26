package org.tachyscope.benchmarks;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.npy.NpyLoader;

/**
 * Opens a mapped array in a fresh Java and reads its first frame; answers with the milliseconds since Java called this program,
 * loading of classes included, and a checksum.
 */
public final class FirstFrame {

    private FirstFrame() {}

    /** Takes the file. Ends when its input does, so that somebody may look at its memory. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        NpyLoader loader = new NpyLoader();
        try (Stack stack =
                        loader.plan(Path.of(arguments[0]), loader.defaults(), Progress.none()).open(Progress.none());
                Cursor cursor = stack.cursor()) {
            MemorySegment pixels = cursor.frame(0).pixels();
            CRC32 crc = new CRC32();
            crc.update(pixels.toArray(ValueLayout.JAVA_BYTE));
            System.out.println((System.nanoTime() - start) / 1000 * 1e-3 + " " + crc.getValue());
            while (System.in.read() >= 0) {}
        }
    }
}
