package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    @Test
    void isEnoughForAByte(@TempDir Path folder) {
        assertDoesNotThrow(() -> DiskSpace.check(folder.resolve("x.npy"), 1));
    }

    @Test
    void isRefusedWithBothNumbers(@TempDir Path folder) {
        String said =
                String.valueOf(assertThrows(IOException.class, () -> DiskSpace.check(folder.resolve("x.npy"), 1L << 62))
                        .getMessage());
        assertTrue(said.startsWith(folder + ": x.npy needs 4.61 EB, the disk has "), said);
        assertTrue(said.endsWith("B left"), said);
    }
}
