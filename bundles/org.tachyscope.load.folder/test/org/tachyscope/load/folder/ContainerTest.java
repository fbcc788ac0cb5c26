package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.opencv.OpenCv;

class ContainerTest {

    private final Path folder;

    ContainerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyPrefixOfAPngIsTruncated() throws Exception {
        byte[] whole = Files.readAllBytes(Images.gray(folder.resolve("a.png"), 9, 9, (x, y) -> x * y));
        assertEquals(1, Container.of(ByteBuffer.wrap(whole)).pictures());
        for (int bytes = 8; bytes < whole.length; bytes++) {
            ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, bytes));
            BrokenImage broken = assertThrows(BrokenImage.class, () -> Container.of(cut));
            assertEquals("truncated: the PNG data goes on behind byte " + bytes, broken.reason());
        }
    }

    @Test
    void everyChangedByteOfAPngIsFound() throws Exception {
        byte[] whole = Files.readAllBytes(Images.gray(folder.resolve("a.png"), 9, 9, (x, y) -> x * y));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x20;
            assertThrows(BrokenImage.class, () -> Container.of(ByteBuffer.wrap(changed)), "byte " + i);
        }
    }

    @Test
    void theLengthOfWebpIsChecked() throws Exception {
        byte[] head = {'R', 'I', 'F', 'F', 100, 0, 0, 0, 'W', 'E', 'B', 'P'};
        BrokenImage broken = assertThrows(BrokenImage.class, () -> Container.of(ByteBuffer.wrap(head)));
        assertEquals("truncated: the WebP data needs 108 bytes and has 12", broken.reason());
    }

    @Test
    void framesOfAnAnimatedWebpAreCounted() throws Exception {
        byte[] animation = {
            'R', 'I', 'F', 'F', 41, 0, 0, 0, 'W', 'E', 'B', 'P', 'A', 'N', 'M', 'F', 1, 0, 0, 0, 9, 0, 'X', 'M', 'P',
            ' ', 1, 0, 0, 0, 9, 0, 'A', 'N', 'M', 'F', 8, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0
        };
        assertEquals(2, Container.of(ByteBuffer.wrap(animation)).pictures());
    }

    @ParameterizedTest
    @CsvSource({"gif, GIF89a..", "text, Dear reader", "ascii PGM, P2 1 1 255 7", "short, BM"})
    void otherContentIsNoImageOrNoHarm(String kind, String content) throws Exception {
        ByteBuffer file = ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII));
        if (kind.equals("short")) {
            assertEquals(1, Container.of(file).pictures());
        } else {
            BrokenImage broken = assertThrows(BrokenImage.class, () -> Container.of(file));
            assertEquals("no image: it holds none of PNG, JPEG, TIFF, BMP, WebP or binary PNM", broken.reason());
        }
    }

    /** Whatever the bytes are, there is a frame or a reason, and never another exception. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif", "bmp"})
    void damagedFilesGiveAFrameOrAReason(String format) throws Exception {
        byte[] whole = Files.readAllBytes(Images.gray(folder.resolve("a." + format), 20, 20, (x, y) -> x * y % 256));
        Random random = new Random(11);
        OpenCv.loadWithCodecs();
        Path file = folder.resolve("b." + format);
        try (Decoder decoder = new Decoder(new FolderLoader().defaults())) {
            for (int i = 0; i < 300; i++) {
                Files.write(file, damage(whole, random));
                try {
                    assertTrue(decoder.look(file, Picture.UNKNOWN).layout().bytes() > 0);
                } catch (BrokenImage e) {
                    assertTrue(!e.reason().isBlank() && !e.reason().contains("\n"), e.reason());
                }
            }
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] changed = whole.clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            changed[random.nextInt(Math.min(changed.length, 120))] = (byte) random.nextInt();
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }
}
