package org.tachyscope.load.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.video.VideoParams.Colour;
import org.tachyscope.load.video.VideoParams.OnError;

/** Videos without loss, whose samples are known one by one. */
class PixelsTest {

    private static final int WIDTH = 14;
    private static final int HEIGHT = 6;

    @TempDir
    Path folder;

    /** What the decoder gives is what was stored: no range, colour or depth is converted. */
    @ParameterizedTest
    @CsvSource({
        "yuv420p, yuv420p, 8", "yuv444p, yuv444p, 8", "gray, gray, 8", "yuv420p10le, yuv420p10le, 10",
        "yuv422p12le, yuv422p12le, 12", "yuv444p16le, yuv444p16le, 16", "gray10le, gray10le, 10",
                "gray16le, gray16le, 16",
        "yuva420p, yuva420p, 8"
    })
    void lumaIsAsItIsStored(String given, String stored, int depth) throws Exception {
        byte[] raw = new byte[planar(given)];
        int[] luma = new int[WIDTH * HEIGHT];
        ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < luma.length; i++) {
            luma[i] = i * 7919 % (1 << depth);
            if (depth == 8) {
                bytes.put((byte) luma[i]);
            } else {
                bytes.putShort((short) luma[i]);
            }
        }
        Path file = encode(raw, given, folder.resolve("a.mkv"), "-c:v ffv1 -pix_fmt " + stored);
        try (Stack stack = Videos.open(file);
                Cursor cursor = stack.cursor()) {
            assertEquals(depth == 8 ? PixelType.U8 : PixelType.U16, stack.type());
            Frame frame = cursor.frame(0);
            assertArrayEquals(
                    luma,
                    IntStream.range(0, luma.length)
                            .map(i -> (int) frame.sample(i))
                            .toArray());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bgr24, a.avi, -c:v rawvideo",
        "gbrp, a.mkv, -c:v ffv1",
        "bgr0, a.mkv, -c:v ffv1",
        "rgb24, a.mov, -c:v png"
    })
    void redGreenBlueStayAsTheyAre(String stored, String name, String codec) throws Exception {
        byte[] rgb = rgb();
        Path file = encode(rgb, "rgb24", folder.resolve(name), codec + " -pix_fmt " + stored);
        try (Stack stack = open(file, Colour.RGB);
                Cursor cursor = stack.cursor()) {
            assertEquals(3, stack.shape().channels());
            assertArrayEquals(rgb, cursor.frame(0).pixels().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
        }
    }

    /** 0.299 R + 0.587 G + 0.114 B, rounded half up. */
    @Test
    void redGreenBlueBecomeTheirBrightness() throws Exception {
        byte[] rgb = rgb();
        Path file = encode(rgb, "rgb24", folder.resolve("a.mkv"), "-c:v ffv1 -pix_fmt bgr0");
        try (Stack stack = open(file, Colour.GRAY);
                Cursor cursor = stack.cursor()) {
            Frame frame = cursor.frame(0);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                double exact =
                        0.299 * (rgb[3 * i] & 0xff) + 0.587 * (rgb[3 * i + 1] & 0xff) + 0.114 * (rgb[3 * i + 2] & 0xff);
                assertEquals(Math.floor(exact + 0.5), frame.sample(i), "pixel " + i);
            }
        }
    }

    /** Pure colours of BT.601 in limited range, worked out by hand from the standard's matrix. */
    @ParameterizedTest
    @CsvSource({
        "81, 90, 240, 255, 0, 0",
        "145, 54, 34, 0, 255, 0",
        "41, 240, 110, 0, 0, 255",
        "235, 128, 128, 255, 255, 255"
    })
    void colourFollowsTheStandard(int y, int u, int v, int red, int green, int blue) throws Exception {
        byte[] raw = new byte[3 * WIDTH * HEIGHT];
        java.util.Arrays.fill(raw, 0, WIDTH * HEIGHT, (byte) y);
        java.util.Arrays.fill(raw, WIDTH * HEIGHT, 2 * WIDTH * HEIGHT, (byte) u);
        java.util.Arrays.fill(raw, 2 * WIDTH * HEIGHT, raw.length, (byte) v);
        Path file = encode(raw, "yuv444p", folder.resolve("a.mkv"), "-c:v ffv1 -pix_fmt yuv444p");
        try (Stack stack = open(file, Colour.RGB);
                Cursor cursor = stack.cursor()) {
            Frame frame = cursor.frame(0);
            assertEquals(red, frame.sample(0), 2);
            assertEquals(green, frame.sample(1), 2);
            assertEquals(blue, frame.sample(2), 2);
        }
    }

    /** What ffmpeg writes for rotate=90 is a matrix that turns by 90° anticlockwise, as ffprobe says too. */
    @Test
    void whatAPlayerWouldDoIsSaid() throws Exception {
        Path file =
                Videos.of(5, folder.resolve("a.mp4"), "-c:v libx264 -pix_fmt yuv420p -x264-params tff=1 -aspect 2:1");
        Path turned = Videos.from(file, folder.resolve("b.mp4"), "", "-c copy -metadata:s:v:0 rotate=90");
        java.util.List<String> notes = Videos.plan(turned).notes();
        assertTrue(notes.contains("black is 16 and white 235, as usual in videos"), notes.toString());
        assertTrue(
                notes.contains("players turn this video by 270° clockwise; frames are as they are stored"),
                notes.toString());
        assertTrue(
                notes.contains("pixels are 0.6000 times as wide as high; frames are as they are stored"),
                notes.toString());
        assertTrue(
                notes.contains("the video is interlaced: odd and even rows were taken one after the other"),
                notes.toString());
    }

    private static byte[] rgb() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 31 + i / 7);
        }
        return rgb;
    }

    private static int planar(String format) {
        int bytes = format.endsWith("le") ? 2 : 1;
        int luma = WIDTH * HEIGHT * bytes;
        if (format.startsWith("gray")) {
            return luma;
        }
        int chroma = format.contains("444") ? 2 * luma : format.contains("422") ? luma : luma / 2;
        return luma + chroma + (format.contains("yuva") ? luma : 0);
    }

    private static Stack open(Path file, Colour colour) throws IOException {
        return Videos.loader()
                .plan(file, new VideoParams(colour, OnError.STOP, 0), Progress.none())
                .open(Progress.none());
    }

    private Path encode(byte[] raw, String format, Path file, String options) throws IOException {
        Path input = Files.write(folder.resolve("in.raw"), raw);
        return Videos.from(input, file, "-f rawvideo -pix_fmt " + format + " -s " + WIDTH + "x" + HEIGHT, options);
    }
}
