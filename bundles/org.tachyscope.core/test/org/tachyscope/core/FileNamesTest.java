package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    private static String apart(String file) {
        return FileNames.stem(Path.of(file)) + " | " + FileNames.extension(Path.of(file));
    }

    @Test
    void areTakenApartAtTheLastDot() {
        assertEquals("frames | npy", apart("deep/frames.npy"));
        assertEquals("frames.tar | gz", apart("frames.tar.gz"));
        assertEquals("frames | ", apart("frames."));
    }

    @Test
    void extensionIsInLowerCase() {
        assertEquals("Frames | png", apart("Frames.PNG"));
    }

    @Test
    void dotsOfFoldersDontCount() {
        assertEquals("frames | frames", apart("run.1/frames"));
    }

    @Test
    void hiddenFileKeepsItsWholeNameAsStem() {
        assertEquals(".npy | npy", apart(".npy"));
    }
}
