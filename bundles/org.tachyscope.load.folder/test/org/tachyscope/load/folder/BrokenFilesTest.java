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

    private static final FolderParams STOP = new FolderParams(OnError.STOP, Channels.KEEP);
    private static final FolderParams SKIP = new FolderParams(OnError.SKIP, Channels.KEEP);
    private static final FolderParams FILL = new FolderParams(OnError.FILL, Channels.KEEP);

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
    void aBrokenFirstFileIsKnownBeforeReading() throws IOException {
        Images.folder(folder, 10, 20, 30, 40);
        Files.writeString(folder.resolve("img_0.png"), "");
        Files.writeString(folder.resolve("img_3.png"), "text");
        Plan skip = Images.plan(folder, SKIP);
        assertEquals(3, skip.shape().frames());
        assertEquals(
                "1 of 4 files can't be read or doesn't fit and was left out: img_0.png (the file is empty)",
                skip.losses().getFirst().detail());
        try (Stack stack = skip.open(Progress.none())) {
            assertEquals(List.of(20.0, 30.0), values(stack));
            assertEquals(List.of("img_1.png", "img_2.png"), stack.metadata().frameNames());
            assertEquals(2, stack.metadata().losses().size());
            assertEquals("img_0.png\nimg_3.png", stack.metadata().properties().get("broken files"));
        }
        try (Stack stack = Images.open(folder, FILL)) {
            assertEquals(List.of(0.0, 20.0, 30.0, 0.0), values(stack));
            assertEquals(4, stack.metadata().frameNames().size());
        }
        IOException error = assertThrows(IOException.class, () -> Images.plan(folder, STOP));
        assertEquals(
                "frame 0 of " + folder + ", img_0.png: the file is empty (skip or fill such files to load the rest)",
                error.getMessage());
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
                assertThrows(IOException.class, () -> Images.plan(folder, new FolderParams(onError, Channels.KEEP)));
        String reason = "a1.png: no image: it holds none of PNG, JPEG, TIFF, BMP, WebP or binary PNM";
        assertEquals(
                onError == OnError.STOP
                        ? "frame 0 of " + folder + ", " + reason + " (skip or fill such files to load the rest)"
                        : "none of the 2 images in " + folder + " can be read; " + reason,
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
                    "1 of 2 files can't be read or doesn't fit and was left out: b.tif (its TIFF data can't be"
                            + " decoded: damaged, truncated or of a rare kind)",
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
