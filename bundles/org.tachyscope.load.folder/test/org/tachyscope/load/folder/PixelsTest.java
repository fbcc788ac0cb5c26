package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.load.folder.Images.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.opencv.OpenCv;

class PixelsTest {

    private static final FolderParams KEEP = Images.params(OnError.STOP, Channels.KEEP);
    private static final FolderParams GRAY = Images.params(OnError.STOP, Channels.GRAY);

    private final Path folder;

    PixelsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tif"})
    void grayOf8BitsIsExact(String format) throws IOException {
        for (int t = 0; t < 3; t++) {
            int frame = t;
            Images.gray(folder.resolve(t + "." + format), 16, 16, (x, y) -> (16 * y + x + frame) % 256);
        }
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(new Shape(3, 16, 16, 1), stack.shape());
            assertEquals(PixelType.U8, stack.type());
            for (int i = 0; i < 256; i++) {
                assertEquals((i + 2) % 256, sample(stack, 2, i / 16, i % 16, 0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif"})
    void grayOf16BitsKeepsItsWholeRange(String format) throws IOException {
        Images.gray16(folder.resolve("a." + format), 256, 256, (x, y) -> 256 * y + x);
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(PixelType.U16, stack.type());
            try (Cursor cursor = stack.cursor()) {
                Frame frame = cursor.frame(0);
                for (int i = 0; i < 65536; i++) {
                    assertEquals(i, frame.sample(i));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tif"})
    void colourIsRedGreenBlue(String format) throws IOException {
        Images.rgb(folder.resolve("a." + format), 3, 2, (x, y) -> 0x0a141e + 0x010101 * (3 * y + x));
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(new Shape(1, 2, 3, 3), stack.shape());
            for (int i = 0; i < 6; i++) {
                assertEquals(10 + i, sample(stack, 0, i / 3, i % 3, 0));
                assertEquals(20 + i, sample(stack, 0, i / 3, i % 3, 1));
                assertEquals(30 + i, sample(stack, 0, i / 3, i % 3, 2));
            }
        }
    }

    @Test
    void colourOfManyRowsIsReorderedToTheLast() throws IOException {
        Images.rgb(folder.resolve("a.png"), 500, 301, (x, y) -> (x % 256) << 16 | (y % 256) << 8 | (x + y) % 256);
        try (Stack stack = Images.open(folder, KEEP);
                Cursor cursor = stack.cursor()) {
            Frame frame = cursor.frame(0);
            for (int y = 0; y < 301; y++) {
                for (int x = 0; x < 500; x++) {
                    assertEquals(x % 256, frame.sample(y, x, 0));
                    assertEquals(y % 256, frame.sample(y, x, 1));
                    assertEquals((x + y) % 256, frame.sample(y, x, 2));
                }
            }
        }
    }

    @Test
    void alphaIsTheFourthChannel() throws IOException {
        Images.argb(folder.resolve("a.png"), 2, 1, (x, y) -> x == 0 ? 0x28_0a_14_1e : 0xff_01_02_03);
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(4, stack.shape().channels());
            double[] expected = {10, 20, 30, 40, 1, 2, 3, 255};
            for (int i = 0; i < 8; i++) {
                assertEquals(expected[i], sample(stack, 0, 0, i / 4, i % 4));
            }
        }
        assertTrue(Images.plan(folder, KEEP).notes().contains("channels are red, green, blue, alpha"));
    }

    @Test
    void binaryPnmOf16BitColourIsRedGreenBlue() throws IOException {
        byte[] header = "P6\n2 1\n65535\n".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(header.length + 12).put(header);
        for (int value : new int[] {1, 300, 65535, 40000, 5, 6}) {
            file.putShort((short) value);
        }
        Files.write(folder.resolve("a.ppm"), file.array());
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(PixelType.U16, stack.type());
            double[] expected = {1, 300, 65535, 40000, 5, 6};
            for (int i = 0; i < 6; i++) {
                assertEquals(expected[i], sample(stack, 0, 0, i / 3, i % 3));
            }
        }
    }

    @Test
    void losslessWebpIsExactAndHasThreeChannels() throws IOException {
        OpenCv.loadWithCodecs();
        try (Mat image = new Mat(1, 2, opencv_core.CV_8UC3);
                BytePointer name = new BytePointer(folder.resolve("a.webp").toString());
                BytePointer bgr = image.data()) {
            bgr.put((byte) 30, (byte) 20, (byte) 10, (byte) 3, (byte) 2, (byte) 1);
            assertTrue(opencv_imgcodecs.imwrite(name, image));
        }
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(new Shape(1, 1, 2, 3), stack.shape());
            double[] expected = {10, 20, 30, 1, 2, 3};
            for (int i = 0; i < 6; i++) {
                assertEquals(expected[i], sample(stack, 0, 0, i / 3, i % 3));
            }
        }
    }

    @Test
    void jpegAgreesWithAnotherDecoder() throws IOException {
        Path file = Images.gray(folder.resolve("a.jpg"), 61, 43, (x, y) ->
                (int) (128 + 60 * Math.sin(x / 7.0) + 50 * Math.cos(y / 5.0)));
        BufferedImage other = ImageIO.read(file.toFile());
        try (Stack stack = Images.open(folder, KEEP);
                Cursor cursor = stack.cursor()) {
            assertEquals(new Shape(1, 43, 61, 1), stack.shape());
            Frame frame = cursor.frame(0);
            for (int y = 0; y < 43; y++) {
                for (int x = 0; x < 61; x++) {
                    assertEquals(other.getRaster().getSample(x, y, 0), frame.sample(y, x, 0), 1);
                }
            }
        }
    }

    @Test
    void colourJpegAgreesWithAnotherDecoder() throws IOException {
        Path file = Images.rgb(folder.resolve("a.jpg"), 64, 48, (x, y) -> (4 * x) << 16 | (5 * y) << 8 | (60 + x + y));
        BufferedImage other = ImageIO.read(file.toFile());
        try (Stack stack = Images.open(folder, KEEP);
                Cursor cursor = stack.cursor()) {
            Frame frame = cursor.frame(0);
            for (int y = 0; y < 48; y++) {
                for (int x = 0; x < 64; x++) {
                    int rgb = other.getRGB(x, y);
                    assertEquals(rgb >> 16 & 0xff, frame.sample(y, x, 0), 6);
                    assertEquals(rgb >> 8 & 0xff, frame.sample(y, x, 1), 6);
                    assertEquals(rgb & 0xff, frame.sample(y, x, 2), 6);
                }
            }
        }
    }

    @Test
    void floatsStayFloats() throws IOException {
        float[] values = {0, -1.5f, 3.25e-20f, Float.NaN, Float.POSITIVE_INFINITY, 16777216f};
        Images.tiff(folder.resolve("a.tif"), 3, 2, 32, 3, bytes(values));
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(PixelType.F32, stack.type());
            assertEquals(List.of(), stack.metadata().losses());
            for (int i = 0; i < 6; i++) {
                assertEquals(values[i], (float) sample(stack, 0, i / 3, i % 3, 0));
            }
        }
    }

    @Test
    void doublesAreRoundedAndSaid() throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        samples.putDouble(0.1).putDouble(-2.5);
        for (int i = 0; i < 3; i++) {
            Images.tiff(folder.resolve(i + ".tif"), 2, 1, 64, 3, samples.array());
        }
        Loss loss = new Loss(Loss.Kind.CONVERTED, 3, "samples of 64 bits were rounded to F32");
        assertEquals(List.of(loss), Images.plan(folder, KEEP).losses());
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(PixelType.F32, stack.type());
            assertEquals(List.of(loss), stack.metadata().losses());
            assertEquals(0.1f, (float) sample(stack, 2, 0, 0, 0));
            assertEquals(-2.5f, (float) sample(stack, 2, 0, 1, 0));
        }
    }

    @Test
    void signedIntegersKeepTheirValuesAsFloats() throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        samples.putShort((short) -32768).putShort((short) 32767);
        Images.tiff(folder.resolve("a.tif"), 2, 1, 16, 2, samples.array());
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(PixelType.F32, stack.type());
            assertEquals(-32768, sample(stack, 0, 0, 0, 0));
            assertEquals(32767, sample(stack, 0, 0, 1, 0));
        }
    }

    /** By hand: 0.299·10 + 0.587·20 + 0.114·30 = 18.15; 0.299·250 = 74.75; 0.587·0 + 0.114·250 = 28.5 → 29. */
    @ParameterizedTest
    @CsvSource({"0a141e, 18", "fa0000, 75", "0000fa, 29", "ffffff, 255", "000000, 0", "00ff00, 150"})
    void grayIsRoundedLuma(String rgb, int expected) throws IOException {
        int colour = Integer.parseInt(rgb, 16);
        Images.rgb(folder.resolve("a.png"), 2, 1, (x, y) -> colour);
        Images.argb(folder.resolve("b.png"), 2, 1, (x, y) -> 0x80000000 | colour);
        Images.gray(folder.resolve("c.png"), 2, 1, (x, y) -> 7);
        Images.rgb(folder.resolve("d.png"), 2, 1, (x, y) -> colour);
        try (Stack stack = Images.open(folder, GRAY)) {
            assertEquals(new Shape(4, 1, 2, 1), stack.shape());
            assertEquals(expected, sample(stack, 0, 0, 1, 0));
            assertEquals(expected, sample(stack, 1, 0, 1, 0));
            assertEquals(7, sample(stack, 2, 0, 1, 0));
            assertEquals(expected, sample(stack, 3, 0, 1, 0));
        }
    }

    @Test
    void grayOf16BitColourIsRoundedLuma() throws IOException {
        byte[] header = "P6\n1 1\n65535\n".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(header.length + 6).put(header);
        file.putShort((short) 1000).putShort((short) 40000).putShort((short) 65535);
        Files.write(folder.resolve("a.ppm"), file.array());
        try (Stack stack = Images.open(folder, GRAY)) {
            // 299 + 23480 + 7470.99 = 31249.99
            assertEquals(31250, sample(stack, 0, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "17, 1", "1, 17", "63, 2"})
    void anyExtentIsFine(int width, int height) throws IOException {
        for (int t = 0; t < 5; t++) {
            int frame = t;
            Images.gray16(folder.resolve(t + ".png"), width, height, (x, y) -> 1000 * frame + width * y + x);
        }
        try (Stack stack = Images.open(folder, KEEP)) {
            assertEquals(new Shape(5, height, width, 1), stack.shape());
            for (int t = 0; t < 5; t++) {
                for (int i = 0; i < width * height; i++) {
                    assertEquals(1000 * t + i, sample(stack, t, i / width, i % width, 0));
                }
            }
        }
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
