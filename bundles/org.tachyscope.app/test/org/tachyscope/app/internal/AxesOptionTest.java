package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AxesOptionTest {

    @TempDir
    Path folder;

    @Test
    void saysWhichAxisIsWhich() throws IOException {
        Arrays.write(folder.resolve("in.npy"), "|u1", "(2, 3, 4)", new byte[24]);
        Shell.Said said = new Shell(folder).run("info", "--axes", "hwt", "--loader-param", "values=scale", "in.npy");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("4 frames of 3 × 2 px"), said.out());
        assertTrue(said.out().contains("F32"), said.out());
    }
}
