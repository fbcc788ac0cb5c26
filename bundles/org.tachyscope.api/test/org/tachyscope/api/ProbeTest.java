package org.tachyscope.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {

    @Test
    void seesAtMost64KiB(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("big.RAW"), new byte[100_000]);
        Probe probe = Probe.of(file);
        assertEquals(65_536, probe.headLength());
        assertEquals(-1, probe.headByte(65_536));
        assertEquals(100_000, probe.size());
        assertEquals("raw", probe.extension());
    }

    @Test
    void comparesSignaturesUnsigned(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("x"), new byte[] {(byte) 0x93, 'N'});
        assertTrue(Probe.of(file).startsWith(0x93, 'N'));
        assertFalse(Probe.of(file).startsWith(0x93, 'N', 'U'));
        assertEquals("", Probe.of(file).extension());
    }

    @Test
    void knowsFolders(@TempDir Path folder) throws Exception {
        assertTrue(Probe.of(folder).folder());
    }

    @Test
    void namesWhatIsMissing(@TempDir Path folder) {
        IOException error = assertThrows(IOException.class, () -> Probe.of(folder.resolve("gone.npy")));
        assertEquals(folder.resolve("gone.npy") + " does not exist", error.getMessage());
    }
}
