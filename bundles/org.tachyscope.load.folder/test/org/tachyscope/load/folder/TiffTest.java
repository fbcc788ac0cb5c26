package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.opencv.OpenCv;

/** Reads what tifffile and libtiff wrote, fixtures/make.py. */
class TiffTest {

    private final Path folder;

    TiffTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "big, U16, 1, 0",
        "big-endian, U16, 1, 0",
        "big-big-endian, F32, 1, 0",
        "tiles, U16, 1, 0",
        "strips, F32, 1, 0",
        "colour, U16, 3, 0",
        "planes, U16, 3, 0",
        "planes-tiles, U16, 3, 0",
        "deflate, U16, 1, 0",
        "deflate-big, U16, 1, 0",
        "deflate-tiles, U16, 1, 0",
        "deflate-float, F32, 1, 0",
        "deflate-colour, U16, 3, 0",
        "lzw, U16, 1, 0",
        "packbits, U16, 1, 0",
        "signed, F32, 1, -1500",
        "double, F32, 1, 0.1",
        "imagej, U16, 1, 0",
        "imagej-all, U16, 1, 0",
    })
    void everyPageIsExact(String name, PixelType type, int channels, double offset) throws Exception {
        try (Stack stack = Images.open(fixture(name), Images.params());
                Cursor cursor = stack.cursor()) {
            assertEquals(new Shape(3, 20, 19, channels), stack.shape());
            assertEquals(type, stack.type());
            for (int t = 2; t >= 0; t--) {
                Frame frame = cursor.frame(t);
                for (int i = 0; i < frame.samples(); i++) {
                    int x = i / channels % 19;
                    int expected = 1000 * t + 100 * (i % channels) + 10 * (i / channels / 19) + x;
                    assertEquals((float) (expected + offset), (float) frame.sample(i), name + " " + t + " " + i);
                }
            }
        }
    }

    /** What lies in the file as it does in the stack is mapped: little-endian, or bytes; not what a decoder must touch. */
    @ParameterizedTest
    @CsvSource({
        "big, MAPPED, true",
        "thumbnail, MAPPED, false",
        "strips, MAPPED, true",
        "big-endian, LOADED, true",
        "tiles, LOADED, true",
        "planes, LOADED, true",
        "deflate, LOADED, true",
        "signed, LOADED, true",
    })
    void whatNeedsNoDecoderIsMapped(String name, Plan.Access access, boolean contiguous) throws Exception {
        Plan plan = Images.plan(fixture(name), Images.params());
        assertEquals(access, plan.cost().access());
        assertEquals(access == Plan.Access.MAPPED, plan.cost().memoryBytes() == 0);
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(contiguous, stack.contiguous().isPresent());
            assertEquals(name.equals("signed") ? -500 : 1000, Images.sample(stack, 1, 0, 0, 0));
        }
        try (Stack loaded = Images.open(fixture(name), Images.params("access=load"))) {
            assertTrue(loaded.contiguous().isPresent());
        }
    }

    @Test
    void aFileThatWasCutIsNotMapped() throws IOException {
        Path file = Images.tiff(folder.resolve("a.tif"), 50, 50, 8, 1, new byte[2500], new byte[2500]);
        Plan plan = Images.plan(file, Images.params());
        assertEquals(Plan.Access.MAPPED, plan.cost().access());
        Images.truncate(file, 3000);
        IOException error =
                assertThrows(IOException.class, () -> plan.open(Progress.none()).close());
        assertEquals(file + " was cut to 3000 bytes after it was looked at, its frames need 5260", error.getMessage());
    }

    @Test
    void aFileThatWasWrittenAgainIsNotMapped() throws IOException {
        Path file = Images.tiff(folder.resolve("a.tif"), 50, 50, 8, 1, new byte[2500], new byte[2500]);
        Plan plan = Images.plan(file, Images.params());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        IOException error =
                assertThrows(IOException.class, () -> plan.open(Progress.none()).close());
        assertEquals(file + ": changed after it was looked at, open it again", error.getMessage());
    }

    /** 0.299 (0, 1000) + 0.587 (100, 1100) + 0.114 (200, 1200) = 81.5, 1081.5, rounded up. */
    @ParameterizedTest
    @ValueSource(strings = {"colour", "planes", "deflate-colour"})
    void colourBecomesGray(String name) throws Exception {
        try (Stack stack = Images.open(fixture(name), Images.params("channels=gray"))) {
            assertEquals(new Shape(3, 20, 19, 1), stack.shape());
            assertEquals(82, Images.sample(stack, 0, 0, 0, 0));
            assertEquals(1082, Images.sample(stack, 1, 0, 0, 0));
            assertEquals(
                    List.of(new Loss(Loss.Kind.CONVERTED, 3, "colour became gray, 0.299 R + 0.587 G + 0.114 B")),
                    stack.metadata().losses());
        }
    }

    @Test
    void thumbnailsAreNoFrames() throws Exception {
        Plan plan = Images.plan(fixture("thumbnail"), Images.params());
        assertEquals(new Shape(2, 20, 19, 1), plan.shape());
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(1000, Images.sample(stack, 1, 0, 0, 0));
        }
    }

    @Test
    void aSecondDirectoryThatIsSmallerByItsOwnWordIsNoFrame() throws IOException {
        byte[] file = Files.readAllBytes(Images.tiff(folder.resolve("a.tif"), 1, 1, 8, 1, new byte[1], new byte[1]));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        // the second directory's entry 278, rows of a strip, becomes 254, kind of picture: a smaller version
        bytes.putShort(8 + 126 + 2 + 7 * 12, (short) 254);
        Files.write(folder.resolve("a.tif"), file);
        Plan plan = Images.plan(folder, Images.params());
        assertEquals(1, plan.shape().frames());
        assertTrue(plan.notes().contains("1 thumbnails and masks in the files are no frames"), plan.notes()::toString);
    }

    @Test
    void aLoopOfDirectoriesIsRefused() throws IOException {
        byte[] file = Files.readAllBytes(Images.tiff(folder.resolve("a.tif"), 1, 1, 8, 1, new byte[1], new byte[1]));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 126 + 122, 8);
        assertEquals("damaged: its directories form a loop, directory 1 is followed by directory 0", reason(file));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 122, 8);
        assertEquals("damaged: its directories form a loop, directory 0 is followed by directory 0", reason(file));
    }

    /** By hand: an entry of the first directory is at 10 + 12 × its index, its value 8 bytes behind. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 'damaged: its header says 0 × 3 px and 1 channel'",
        "0, 2147483647, 'damaged: its header says 2147483647 × 3 px and 1 channel'",
        "0, 70000, truncated: its samples go on behind byte 146",
        "5, 135, truncated: its samples go on behind byte 146",
        "5, -1, truncated: its samples go on behind byte 146",
        "6, -1, 'damaged: its header says 4 × 3 px and 4294967295 channels'",
        "6, 1000000, truncated: its samples go on behind byte 146",
        "7, 1, 'damaged: it lists 1 strips and needs 3'",
    })
    void anImpossibleHeaderIsRefusedBeforeAnythingIsAllocated(int entry, int value, String reason) throws IOException {
        byte[] file = Files.readAllBytes(Images.tiff(folder.resolve("a.tif"), 4, 3, 8, 1, new byte[12]));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(10 + 12 * entry + 8, value);
        assertEquals(reason, reason(file));
    }

    /** As ImageJ writes beyond 4 GB: one directory that tells of the first image only. */
    @Test
    void anImageJStackBeyondFourGigabytesIsReadToItsEnd() throws Exception {
        Path file = folder.resolve("huge.tif");
        int images = 300_000;
        long bytes = 120L * 120;
        ByteBuffer head = imageJ(images, 120);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(head, 0);
            channel.write(ByteBuffer.wrap(new byte[] {77}), head.capacity() + images * bytes - 1);
        }
        Head found = Head.read(file, RawGeometry.NONE);
        assertEquals(images, found.pictures().size());
        OpenCv.loadWithCodecs();
        try (Decoder decoder = new Decoder(Images.params());
                Arena arena = Arena.ofConfined()) {
            MemorySegment frame = arena.allocate(bytes);
            decoder.decode(file, found.pictures().getLast(), 1, new Layout(120, 120, 1, PixelType.U8), frame);
            assertEquals(77, frame.get(ValueLayout.JAVA_BYTE, bytes - 1));
            assertEquals(0, frame.get(ValueLayout.JAVA_BYTE, bytes - 2));
        }
    }

    @Test
    void aCutImageJStackKeepsWhatIsThere() throws Exception {
        ByteBuffer file = ByteBuffer.allocate(imageJ(4, 10).capacity() + 350).put(imageJ(4, 10));
        List<Picture> pictures = Head.of(Peek.in(file.clear())).pictures();
        assertEquals(4, pictures.size());
        assertTrue(pictures.get(2).source() instanceof Picture.Stored);
        assertEquals(
                new Picture.Damaged("truncated: its samples go on behind byte " + file.capacity()),
                pictures.get(3).source());
        assertEquals(
                "truncated: 1000000 images were written, 3 are there",
                assertThrows(
                                BrokenImage.class,
                                () -> Head.of(Peek.in(ByteBuffer.allocate(
                                                imageJ(1_000_000, 10).capacity() + 300)
                                        .put(imageJ(1_000_000, 10))
                                        .clear())))
                        .reason());
    }

    private static ByteBuffer imageJ(int images, int side) {
        byte[] text =
                ("ImageJ=1.53t\nimages=" + images + "\nframes=" + images + "\n\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer head = ByteBuffer.allocate(8 + 2 + 9 * 12 + 4 + text.length);
        head.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 9);
        int[][] entries = {
            {256, 4, 1, side},
            {257, 4, 1, side},
            {258, 3, 1, 8 << 16},
            {262, 3, 1, 1 << 16},
            {270, 2, text.length, 122},
            {273, 4, 1, head.capacity()},
            {277, 3, 1, 1 << 16},
            {278, 4, 1, side},
            {279, 4, 1, side * side}
        };
        for (int[] entry : entries) {
            head.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(entry[2])
                    .putInt(entry[3]);
        }
        return head.putInt(0).put(text).flip();
    }

    private static String reason(byte[] file) {
        return assertThrows(BrokenImage.class, () -> Head.of(Peek.in(ByteBuffer.wrap(file))))
                .reason();
    }

    private static Path fixture(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(TiffTest.class.getResource("fixtures/" + name + ".tif"));
        return Path.of(url.toURI());
    }
}
