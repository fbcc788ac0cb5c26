package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.Stack;

/** Changes one byte at a time: what comes out is a stack or one clear sentence. */
class FuzzTest {

    private static final int[] VALUES = {0, 0xff, ' ', '\'', ')', '9'};

    private final Path file;

    FuzzTest(@TempDir Path folder) {
        this.file = folder.resolve("fuzz.npy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f8le-f.npy", "version3.npy", "colour-c.npy"})
    void survivesAnyChangedByte(String fixture) throws IOException {
        byte[] valid = Files.readAllBytes(Npy.fixture(fixture));
        for (int position = 0; position < 128; position++) {
            byte before = valid[position];
            for (int value : VALUES) {
                valid[position] = (byte) value;
                read(valid);
                valid[position] = (byte) (before ^ value);
                read(valid);
            }
            valid[position] = before;
        }
    }

    @Test
    void survivesAnyTruncation() throws IOException {
        byte[] valid = Files.readAllBytes(Npy.fixture("u2be-f.npy"));
        for (int length = 0; length < valid.length; length++) {
            read(Arrays.copyOf(valid, length));
        }
    }

    private void read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try (Stack stack = Npy.open(file)) {
            long size = stack.shape().samples();
            assertTrue(size <= bytes.length, "more samples than bytes");
            Npy.samples(stack);
        } catch (IOException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.startsWith(file.toString()) && !message.contains("\n"), message);
        } catch (RuntimeException e) {
            fail("for " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
    }
}
