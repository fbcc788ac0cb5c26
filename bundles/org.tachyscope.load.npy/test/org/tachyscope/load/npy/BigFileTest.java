package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/** Reads files of more than 2^32 bytes, of which only a few exist on disk. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class BigFileTest {

    private final Path file;

    BigFileTest(@TempDir Path folder) {
        this.file = folder.resolve("big.npy");
    }

    private void write(String header, long bytes, long position, int value) throws IOException {
        Npy.write(file, header);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long start = channel.size();
            channel.write(ByteBuffer.wrap(new byte[] {(byte) value}), start + position);
            channel.write(ByteBuffer.wrap(new byte[] {7}), start + bytes - 1);
        }
    }

    @Test
    void mapsFiveGigabytes() throws IOException {
        write(Npy.header("|u1", false, "(5000, 1024, 1024)"), 5000L << 20, 4998L << 20, 200);
        try (Stack stack = Npy.open(file);
                Cursor cursor = stack.cursor()) {
            assertEquals(5000L << 20, stack.contiguous().orElseThrow().byteSize());
            assertEquals(200, PixelType.U8.get(stack.contiguous().orElseThrow(), 4998L << 20));
            assertEquals(0, cursor.frame(4997).sample(1023, 1023, 0));
            assertEquals(200, cursor.frame(4998).sample(0));
            assertEquals(7, cursor.frame(4999).sample(1023, 1023, 0));
        }
    }

    @Test
    void convertsFarBehindTwoGigasamples() throws IOException {
        write(Npy.header(">i2", false, "(2500, 1024, 1024)"), 5000L << 20, (2499L << 20) * 2, 1);
        try (Stack stack = Npy.open(file);
                Cursor cursor = stack.cursor()) {
            assertEquals(256, cursor.frame(2499).sample(0));
            assertEquals(7, cursor.frame(2499).sample(1023, 1023, 0));
        }
    }

    @Test
    void gathersFarBehindFourGigabytes() throws IOException {
        // 5,000,000 frames of 32 × 32, time fastest: pixel (31, 30) begins at sample 5,000,000 × (30 × 32 + 31).
        long pixel = 5_000_000L * (30 * 32 + 31);
        write(Npy.header("|u1", true, "(5000000, 32, 32)"), 5_000_000L * 1024, pixel + 4_999_999, 9);
        try (Stack stack = Npy.open(file);
                Cursor cursor = stack.cursor()) {
            assertTrue(stack.contiguous().isEmpty());
            assertEquals(9, cursor.frame(4_999_999).sample(31, 30, 0));
            assertEquals(7, cursor.frame(4_999_999).sample(31, 31, 0));
            assertEquals(0, cursor.frame(4_999_998).sample(31, 30, 0));
        }
    }
}
