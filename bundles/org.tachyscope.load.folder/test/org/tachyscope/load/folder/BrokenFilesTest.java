package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.load.folder.Images.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.load.folder.FolderParams.OnError;

class BrokenFilesTest {

    private static final FolderParams STOP = Images.params(OnError.STOP, Channels.KEEP);
    private static final FolderParams SKIP = Images.params(OnError.SKIP, Channels.KEEP);
    private static final FolderParams FILL = Images.params(OnError.FILL, Channels.KEEP);

    private final Path folder;

    BrokenFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Each kind breaks {@code img_2.png} of a folder of 4 × 3 U8 frames. */
    private enum Damage {
        TRUNCATED("truncated: the PNG data goes on behind byte 50") {
            @Override
            void apply(Path file) throws IOException {
                Images.truncate(file, 50);
            }
        },
        CHANGED_BYTE("damaged: a checksum of the PNG data at byte 33 is wrong") {
            @Override
            void apply(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                bytes[45] ^= 1;
                Files.write(file, bytes);
            }
        },
        EMPTY("the file is empty") {
            @Override
            void apply(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        TEXT("no image: it holds none of PNG, JPEG, TIFF, BMP, WebP or binary PNM") {
            @Override
            void apply(Path file) throws IOException {
                Files.writeString(file, "Dear reader,\n");
            }
        },
        DANGLING_LINK("a link to a file that doesn't exist") {
            @Override
            void apply(Path file) throws IOException {
                Files.delete(file);
                Files.createSymbolicLink(file, file.resolveSibling("nowhere"));
            }
        },
        FOLDER("a folder, no image") {
            @Override
            void apply(Path file) throws IOException {
                Files.delete(file);
                Files.createDirectory(file);
            }
        },
        OTHER_SIZE("3 × 4 U8, the stack is 4 × 3 U8") {
            @Override
            void apply(Path file) throws IOException {
                Images.gray(file, 3, 4, (x, y) -> 9);
            }
        },
        OTHER_DEPTH("4 × 3 U16, the stack is 4 × 3 U8") {
            @Override
            void apply(Path file) throws IOException {
                Images.gray16(file, 4, 3, (x, y) -> 9);
            }
        },
        COLOUR("4 × 3 U8 with 3 channels, the stack is 4 × 3 U8") {
            @Override
            void apply(Path file) throws IOException {
                Images.rgb(file, 4, 3, (x, y) -> 0x090909);
            }
        };

        private final String reason;

        Damage(String reason) {
            this.reason = reason;
        }

        abstract void apply(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void stopNamesFrameFileAndReason(Damage damage) throws IOException {
        damage.apply(Images.folder(folder, 10, 20, 30, 40).resolve("img_2.png"));
        Plan plan = Images.plan(folder, STOP);
        IOException error =
                assertThrows(IOException.class, () -> plan.open(Progress.none()).close());
        assertEquals(
                "frame 2 of " + folder + ", img_2.png: " + damage.reason
                        + " (skip or fill such files to load the rest)",
                error.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void skipLeavesTheFrameOut(Damage damage) throws IOException {
        damage.apply(Images.folder(folder, 10, 20, 30, 40).resolve("img_2.png"));
        try (Stack stack = Images.open(folder, SKIP)) {
            assertEquals(new Shape(3, 3, 4, 1), stack.shape());
            assertEquals(List.of(10.0, 20.0, 40.0), values(stack));
            assertEquals(
                    List.of("img_0.png", "img_1.png", "img_3.png"),
                    stack.metadata().frameNames());
            assertEquals(
                    List.of(new Loss(
                            Loss.Kind.SKIPPED,
                            1,
                            "1 of 4 files can't be read or doesn't fit and was left out: img_2.png (" + damage.reason
                                    + ")")),
                    stack.metadata().losses());
            assertEquals("img_2.png", stack.metadata().properties().get("broken files"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void fillPutsZerosThere(Damage damage) throws IOException {
        damage.apply(Images.folder(folder, 10, 20, 30, 40).resolve("img_2.png"));
        try (Stack stack = Images.open(folder, FILL)) {
            assertEquals(new Shape(4, 3, 4, 1), stack.shape());
            assertEquals(List.of(10.0, 20.0, 0.0, 40.0), values(stack));
            assertEquals("img_2.png", stack.metadata().frameNames().get(2));
            assertEquals(
                    List.of(new Loss(
                            Loss.Kind.FILLED,
                            1,
                            "1 of 4 files can't be read or doesn't fit and was filled: img_2.png (" + damage.reason
                                    + ")")),
                    stack.metadata().losses());
        }
    }

    @Test
    void filesWithoutAHeaderAreKnownBeforeReading() throws IOException {
        Images.folder(folder, 10, 20, 30, 40);
        Files.writeString(folder.resolve("img_0.png"), "");
        Files.writeString(folder.resolve("img_3.png"), "text");
        Loss skipped = new Loss(
                Loss.Kind.SKIPPED,
                2,
                "2 of 4 files can't be read or don't fit and were left out: img_0.png (the file is empty),"
                        + " img_3.png (no image: it holds none of PNG, JPEG, TIFF, BMP, WebP or binary PNM)");
        Plan skip = Images.plan(folder, SKIP);
        assertEquals(2, skip.shape().frames());
        assertEquals(List.of(skipped), skip.losses());
        try (Stack stack = skip.open(Progress.none())) {
            assertEquals(List.of(20.0, 30.0), values(stack));
            assertEquals(List.of("img_1.png", "img_2.png"), stack.metadata().frameNames());
            assertEquals(List.of(skipped), stack.metadata().losses());
            assertEquals("img_0.png\nimg_3.png", stack.metadata().properties().get("broken files"));
        }
        try (Stack stack = Images.open(folder, FILL)) {
            assertEquals(List.of(0.0, 20.0, 30.0, 0.0), values(stack));
            assertEquals(4, stack.metadata().frameNames().size());
        }
        Plan stop = Images.plan(folder, STOP);
        IOException error =
                assertThrows(IOException.class, () -> stop.open(Progress.none()).close());
        assertEquals(
                "frame 0 of " + folder + ", img_0.png: the file is empty (skip or fill such files to load the rest)",
                error.getMessage());
    }

    @Test
    void whatHeadersTellIsATable() throws IOException {
        Images.folder(folder, 10, 20, 30, 40, 50, 60);
        Files.writeString(folder.resolve("img_0.png"), "");
        Images.gray(folder.resolve("img_2.png"), 1, 1, (x, y) -> 9);
        Images.gray16(folder.resolve("img_4.png"), 4, 3, (x, y) -> 9);
        Plan.Report report = Images.plan(folder, FILL).reports().get(1);
        assertEquals("problems", report.title());
        assertEquals(List.of("0.0", "2.0", "4.0"), Images.column(report, "frame"));
        assertEquals(List.of("img_0.png", "img_2.png", "img_4.png"), Images.column(report, "name"));
        assertEquals(List.of("unreadable", "wrong size", "wrong depth"), Images.column(report, "problem"));
        assertEquals(
                List.of("the file is empty", "1 × 1 U8, the stack is 4 × 3 U8", "4 × 3 U16, the stack is 4 × 3 U8"),
                Images.column(report, "detail"));
        assertEquals(List.of("zeros", "zeros", "zeros"), Images.column(report, "becomes"));
    }

    /** Two files before are broken too; the first frame has none before it. */
    @Test
    void repeatTakesTheLastGoodFrame() throws IOException {
        Images.folder(folder, 10, 20, 30, 40, 50);
        Files.writeString(folder.resolve("img_0.png"), "");
        Images.truncate(folder.resolve("img_2.png"), 50);
        Files.writeString(folder.resolve("img_3.png"), "text");
        try (Stack stack = Images.open(folder, Images.params("onError=repeat", "fill=7"))) {
            assertEquals(List.of(7.0, 20.0, 20.0, 20.0, 50.0), values(stack));
            assertEquals(
                    List.of(2L, 1L),
                    stack.metadata().losses().stream().map(Loss::count).toList());
            assertEquals(
                    "img_0.png: unreadable, the file is empty\nimg_2.png: truncated, truncated: the PNG data goes on"
                            + " behind byte 50\nimg_3.png: unreadable, no image: it holds none of PNG, JPEG, TIFF,"
                            + " BMP, WebP or binary PNM",
                    stack.metadata().properties().get("problems"));
        }
    }

    @Test
    void aFillValueIsTakenAsTheTypeAllows() throws IOException {
        Images.folder(folder, 10, 20);
        Files.writeString(folder.resolve("img_1.png"), "");
        try (Stack stack = Images.open(folder, Images.params("onError=fill", "fill=300"))) {
            assertEquals(List.of(10.0, 255.0), values(stack));
        }
    }

    /** One image of a thousand is a single pixel, and comes first. */
    @Test
    void theSizeOfMostCounts() throws IOException {
        Images.folder(folder, new int[1000]);
        Images.gray(folder.resolve("img_0.png"), 1, 1, (x, y) -> 9);
        Plan plan = Images.plan(folder, SKIP);
        assertEquals(new Shape(999, 3, 4, 1), plan.shape());
        assertEquals(
                "1 of 1000 files can't be read or doesn't fit and was left out: img_0.png (1 × 1 U8, the stack is"
                        + " 4 × 3 U8)",
                plan.losses().getFirst().detail());
    }

    @Test
    void aFileThatShrinksBetweenPlanAndReadIsRefused() throws IOException {
        Images.tiff(folder.resolve("a.tif"), 50, 50, 8, 1, new byte[2500], new byte[2500]);
        Plan plan = Images.plan(folder.resolve("a.tif"), Images.params("access=load"));
        Images.truncate(folder.resolve("a.tif"), 3000);
        IOException error =
                assertThrows(IOException.class, () -> plan.open(Progress.none()).close());
        assertEquals(
                "none of the 2 images in " + folder.resolve("a.tif")
                        + " can be read; a.tif, page 1: changed after it was looked at, open it again",
                error.getMessage());
    }

    /** Its directory moved: what the plan knows of it would give other bytes than pixels. */
    @Test
    void aFileThatChangesBetweenPlanAndReadIsNamed() throws IOException {
        for (int i = 0; i < 3; i++) {
            Images.tiff(folder.resolve("f" + i + ".tif"), 50, 50, 8, 1, new byte[2500]);
        }
        Plan plan = Images.plan(folder, SKIP);
        Path changed = Images.tiff(folder.resolve("f1.tif"), 50, 50, 8, 1, new byte[2500]);
        Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000_000));
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(
                    "1 of 3 files can't be read or doesn't fit and was left out: f1.tif (changed after it was looked"
                            + " at, open it again)",
                    stack.metadata().losses().getFirst().detail());
        }
    }

    @Test
    void aVanishedFileIsNamed() throws IOException {
        Plan plan = Images.plan(Images.folder(folder, 1, 2, 3), SKIP);
        Files.delete(folder.resolve("img_1.png"));
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(List.of(1.0, 3.0), values(stack));
            assertEquals(
                    "1 of 3 files can't be read or doesn't fit and was left out: img_1.png (the file doesn't exist"
                            + " any more)",
                    stack.metadata().losses().getFirst().detail());
        }
    }

    @Test
    void ofManyBrokenFilesTenAreNamed() throws IOException {
        Images.folder(folder, new int[30]);
        for (int i = 10; i < 25; i++) {
            Files.writeString(folder.resolve("img_" + i + ".png"), "");
        }
        try (Stack stack = Images.open(folder, SKIP)) {
            Loss loss = stack.metadata().losses().getFirst();
            assertEquals(15, loss.count());
            assertTrue(
                    loss.detail()
                            .startsWith("15 of 30 files can't be read or don't fit and were left out: img_10.png (the"),
                    loss.detail());
            assertTrue(loss.detail().endsWith("img_19.png (the file is empty) and 5 more"), loss.detail());
            assertEquals(
                    15,
                    stack.metadata()
                            .properties()
                            .getOrDefault("broken files", "")
                            .lines()
                            .count());
        }
    }

    @Test
    void stopNamesTheEarliestBrokenFile() throws IOException {
        Images.folder(folder, new int[60]);
        for (int i = 7; i < 60; i += 3) {
            Files.writeString(folder.resolve("img_" + i + ".png"), "");
        }
        for (int run = 0; run < 20; run++) {
            IOException error = assertThrows(
                    IOException.class, () -> Images.open(folder, STOP).close());
            assertTrue(String.valueOf(error.getMessage()).contains(", img_7.png: "), error.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingReadableIsOneSentence(OnError onError) throws IOException {
        Files.writeString(folder.resolve("a1.png"), "text");
        Files.writeString(folder.resolve("a2.png"), "text");
        IOException error =
                assertThrows(IOException.class, () -> Images.plan(folder, Images.params(onError, Channels.KEEP)));
        assertEquals(
                "none of the 2 images in " + folder
                        + " can be read; a1.png: no image: it holds none of PNG, JPEG, TIFF, BMP, WebP or binary PNM",
                error.getMessage());
    }

    @Test
    void filesThatBreakAfterPlanningLeaveNothing() throws IOException {
        Plan plan = Images.plan(Images.folder(folder, 1, 2), SKIP);
        Files.writeString(folder.resolve("img_0.png"), "");
        Files.delete(folder.resolve("img_1.png"));
        IOException error =
                assertThrows(IOException.class, () -> plan.open(Progress.none()).close());
        assertEquals(
                "none of the 2 images in " + folder + " can be read; img_0.png: the file is empty", error.getMessage());
    }

    @Test
    void fillOfFloatsIsNaN() throws IOException {
        for (int i = 0; i < 3; i++) {
            byte[] samples = ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(i + 0.5f)
                    .array();
            Images.tiff(folder.resolve(i + ".tif"), 1, 1, 32, 3, samples);
        }
        Images.truncate(folder.resolve("1.tif"), 60);
        try (Stack stack = Images.open(folder, FILL)) {
            assertEquals(List.of(0.5, Double.NaN, 2.5), values(stack));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "bmp", "tif", "png"})
    void aCutFileNeverGivesAFrame(String format) throws IOException {
        Images.rgb(folder.resolve("a." + format), 80, 60, (x, y) -> 3 * x << 16 | 4 * y << 8 | (x * y) % 256);
        byte[] whole = Files.readAllBytes(folder.resolve("a." + format));
        for (int bytes : cuts(whole.length)) {
            Files.write(folder.resolve("b." + format), Arrays.copyOf(whole, bytes));
            try (Stack stack = Images.open(folder, SKIP)) {
                assertEquals(1, stack.shape().frames(), bytes + " of " + whole.length + " bytes");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 100, 1000, 2400})
    void aCutTiffWithItsDirectoryInFrontNeverGivesAFrame(int missing) throws IOException {
        Images.tiff(folder.resolve("a.tif"), 50, 50, 8, 1, new byte[2500]);
        Images.tiff(folder.resolve("b.tif"), 50, 50, 8, 1, new byte[2500]);
        Images.truncate(folder.resolve("b.tif"), Files.size(folder.resolve("b.tif")) - missing);
        try (Stack stack = Images.open(folder, SKIP)) {
            assertEquals(1, stack.shape().frames());
            assertEquals(
                    "1 of 2 files can't be read or doesn't fit and was left out: b.tif (truncated: its"
                            + " samples go on behind byte " + Files.size(folder.resolve("b.tif")) + ")",
                    stack.metadata().losses().getFirst().detail());
        }
    }

    @Test
    void aCutJpegIsCalledTruncated() throws IOException {
        Images.gray(folder.resolve("a.jpg"), 80, 60, (x, y) -> 2 * x + y);
        Images.gray(folder.resolve("b.jpg"), 80, 60, (x, y) -> 2 * x + y);
        Images.truncate(folder.resolve("b.jpg"), Files.size(folder.resolve("b.jpg")) - 20);
        try (Stack stack = Images.open(folder, SKIP)) {
            assertEquals(
                    "1 of 2 files can't be read or doesn't fit and was left out: b.jpg (truncated: the end of the"
                            + " JPEG data is missing)",
                    stack.metadata().losses().getFirst().detail());
        }
    }

    private static int[] cuts(int length) {
        return new int[] {1, 3, 10, length / 10, length / 2, length * 9 / 10, length * 99 / 100, length - 2, length - 1
        };
    }

    private static List<Double> values(Stack stack) throws IOException {
        ArrayList<Double> values = new ArrayList<>();
        for (long t = 0; t < stack.shape().frames(); t++) {
            values.add(sample(stack, t, 0, 0, 0));
        }
        return values;
    }
}
