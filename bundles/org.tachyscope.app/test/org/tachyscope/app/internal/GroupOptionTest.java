package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupOptionTest {

    @TempDir
    Path folder;

    @BeforeEach
    void twoSeries() throws IOException {
        for (int i = 0; i < 5; i++) {
            image("frame" + i + ".png", 4, 3);
        }
        for (int i = 0; i < 2; i++) {
            image("dark" + i + ".png", 6, 5);
        }
    }

    private void image(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        assertTrue(ImageIO.write(image, "png", folder.resolve(name).toFile()));
    }

    @Test
    void picksOneGroupByName() {
        Shell.Said said = new Shell(folder).run("info", "--group", "dark#.png", ".");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("2 frames of 6 × 5 px"), said.out());
    }

    @Test
    void theLargestIsReadOtherwiseAndAllAreListed() {
        Shell.Said said = new Shell(folder).run("info", ".");
        assertTrue(said.out().contains("5 frames of 4 × 3 px"), said.out());
        assertTrue(said.out().contains("2 files of other groups left out: dark#.png (2)"), said.out());
        assertTrue(said.out().contains("frame#.png"), said.out());
    }

    @Test
    void anUnknownGroupIsWrongUsage() {
        Shell.Said said = new Shell(folder).run("info", "--group", "flat", ".");
        assertEquals(2, said.code(), said.out());
        assertTrue(said.err().contains("has no group flat; known: dark#.png, frame#.png, all"), said.err());
    }
}
