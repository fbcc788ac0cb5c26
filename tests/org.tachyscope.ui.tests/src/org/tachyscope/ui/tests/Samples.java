package org.tachyscope.ui.tests;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes small sources to open. Every pixel of frame t is {@code 10 t + column}. */
final class Samples {

    static final int FRAMES = 5;
    static final int HEIGHT = 40;
    static final int WIDTH = 60;

    private Samples() {}

    /** Writes {@code FRAMES × HEIGHT × WIDTH} bytes. */
    static Path npy(Path folder, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(128 + FRAMES * HEIGHT * WIDTH);
        bytes.put(header());
        for (int t = 0; t < FRAMES; t++) {
            for (int i = 0; i < HEIGHT * WIDTH; i++) {
                bytes.put((byte) (10 * t + i % WIDTH));
            }
        }
        return Files.write(folder.resolve(name), bytes.array());
    }

    /** Writes an array whose header promises more than the file has. */
    static Path truncated(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), header());
    }

    private static byte[] header() {
        String text =
                "{'descr': '|u1', 'fortran_order': False, 'shape': (%d, %d, %d), }".formatted(FRAMES, HEIGHT, WIDTH);
        ByteBuffer head = ByteBuffer.allocate(128);
        head.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        head.put((byte) 118).put((byte) 0);
        head.put((text + " ".repeat(117 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        return head.array();
    }

    /** Writes a folder of gray PNG images, one a frame. */
    static Path images(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int t = 0; t < FRAMES; t++) {
            var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    image.getRaster().setSample(x, y, 0, 10 * t + x);
                }
            }
            ImageIO.write(image, "png", folder.resolve("f" + t + ".png").toFile());
        }
        return folder;
    }

    /** Writes a folder of dark images with a bright spot in columns 10 … 14 and rows 5 … 7. */
    static Path spot(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int t = 0; t < FRAMES; t++) {
            var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < 15; i++) {
                image.getRaster().setSample(10 + i % 5, 5 + i / 5, 0, 200);
            }
            ImageIO.write(image, "png", folder.resolve("f" + t + ".png").toFile());
        }
        return folder;
    }
}
