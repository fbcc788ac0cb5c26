package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

    @ParameterizedTest
    @CsvSource({"0, 0 bytes", "999999, 999999 bytes", "1500000, 1.5 MB", "18600000000, 18.6 GB"})
    void sizesAreReadable(long bytes, String text) {
        assertEquals(text, Memory.text(bytes));
    }

    @Test
    void tooMuchIsRefusedAndLittleIsNot() throws IOException {
        Memory.require(1000, "a stack");
        IOException error = assertThrows(IOException.class, () -> Memory.require(1L << 60, "a stack"));
        assertTrue(
                String.valueOf(error.getMessage()).startsWith("a stack needs 1152921504.6 GB of memory, "),
                error.getMessage());
    }
}
