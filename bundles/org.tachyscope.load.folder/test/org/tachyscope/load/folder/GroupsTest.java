package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tachyscope.load.folder.Images.column;
import static org.tachyscope.load.folder.Images.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** A folder as cameras and people leave it: two series, one of them of two sizes and with holes, and single images. */
class GroupsTest {

    private final Path folder;

    GroupsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void mixedFolder() throws IOException {
        for (int i : new int[] {1, 2, 3, 5, 6, 10}) {
            Images.gray(folder.resolve(String.format("cam_%03d.png", i)), i == 6 ? 8 : 4, 3, (x, y) -> i);
        }
        for (int i = 0; i < 3; i++) {
            int value = 100 + i;
            Images.gray(folder.resolve("dark" + i + ".bmp"), 2, 2, (x, y) -> value);
        }
        Images.gray(folder.resolve("preview.png"), 5, 5, (x, y) -> 77);
        Files.writeString(folder.resolve("notes.md"), "x");
    }

    @Test
    void thePlanListsThem() throws IOException {
        Plan.Report report = Images.plan(folder, Images.params()).reports().getFirst();
        assertEquals("groups", report.title());
        assertEquals(
                List.of("cam_#.png", "cam_#.png 4x3", "cam_#.png 8x3", "preview.png", "dark#.bmp"),
                column(report, "group"));
        assertEquals(List.of("PNG", "PNG", "PNG", "PNG", "BMP"), column(report, "type"));
        assertEquals(List.of("mixed", "4 × 3", "8 × 3", "5 × 5", "2 × 2"), column(report, "size"));
        assertEquals(List.of("6.0", "5.0", "1.0", "1.0", "3.0"), column(report, "files"));
        assertEquals(List.of("1–10", "1–10", "", "", "0–2"), column(report, "numbers"));
        assertEquals(List.of("4.0", "5.0", "0.0", "0.0", "0.0"), column(report, "missing"));
        assertEquals(List.of("4, 7–9", "4, 6–9", "", "", ""), column(report, "missing numbers"));
        assertEquals(
                List.of("cam_001.png", "cam_001.png", "cam_006.png", "preview.png", "dark0.bmp"),
                column(report, "first file"));
    }

    @Test
    void theLargestIsReadAndTheOthersAreALoss() throws IOException {
        Plan plan = Images.plan(folder, Images.params());
        assertEquals(new Shape(5, 3, 4, 1), plan.shape());
        assertEquals(
                List.of(
                        new Loss(
                                Loss.Kind.SKIPPED,
                                1,
                                "1 of 6 files can't be read or doesn't fit and was left out: cam_006.png (8 × 3 U8,"
                                        + " the stack is 4 × 3 U8)"),
                        new Loss(Loss.Kind.SKIPPED, 4, "4 numbers are missing among the files 1–10: 4, 7–9"),
                        new Loss(
                                Loss.Kind.SKIPPED,
                                4,
                                "4 files of other groups left out: preview.png (1), dark#.bmp (3)")),
                plan.losses());
        assertEquals(List.of(1.0, 2.0, 3.0, 5.0, 10.0), values(Images.params()));
    }

    @ParameterizedTest
    @CsvSource({"dark#.bmp, 3, 100", "5, 3, 100", "preview.png, 1, 77", "cam_#.png 8x3, 1, 6", "3, 1, 6"})
    void aGroupIsChosenByNameOrNumber(String group, long frames, double value) throws IOException {
        FolderParams params = Images.params("group=" + group);
        assertEquals(List.of(), Images.plan(folder, params).losses());
        try (Stack stack = Images.open(folder, params)) {
            assertEquals(frames, stack.shape().frames());
            assertEquals(value, sample(stack, 0, 0, 0, 0));
        }
    }

    @Test
    void allGroupsAreOneStackIfTheUserWants() throws IOException {
        assertEquals(
                10,
                Images.plan(folder, Images.params("group=all", "onError=fill"))
                        .shape()
                        .frames());
    }

    @Test
    void anUnknownGroupIsRefusedWithTheKnownOnes() {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> Images.plan(folder, Images.params("group=cam")));
        assertEquals(
                "group: " + folder + " has no group cam; known: cam_#.png, cam_#.png 4x3, cam_#.png 8x3, preview.png,"
                        + " dark#.bmp, all",
                error.getMessage());
    }

    @Test
    void missingNumbersAreFilledOrRepeated() throws IOException {
        assertEquals(
                List.of(1.0, 2.0, 3.0, 9.0, 5.0, 9.0, 9.0, 9.0, 10.0), values(Images.params("missing=fill", "fill=9")));
        FolderParams repeat = Images.params("missing=repeat", "onError=repeat");
        assertEquals(List.of(1.0, 2.0, 3.0, 3.0, 5.0, 5.0, 5.0, 5.0, 5.0, 10.0), values(repeat));
        try (Stack stack = Images.open(folder, repeat)) {
            assertEquals("number 7", stack.metadata().frameNames().get(6));
            assertEquals(
                    "4 numbers that no file has were filled with the frame before: 4, 7, 8, 9",
                    stack.metadata().losses().get(1).detail());
        }
        IOException error = assertThrows(
                IOException.class,
                () -> Images.open(folder, Images.params("missing=stop")).close());
        assertEquals(
                "frame 3 of " + folder + ", number 4: no file has this number (skip or fill such files to load the"
                        + " rest)",
                error.getMessage());
    }

    @Test
    void sizesAreCutToWhatAllHave() throws IOException {
        Images.gray(folder.resolve("cam_003.png"), 3, 9, (x, y) -> 10 * y + x);
        FolderParams params = Images.params("sizes=crop");
        Plan plan = Images.plan(folder, params);
        assertEquals(new Shape(6, 3, 3, 1), plan.shape());
        assertEquals(
                new Loss(Loss.Kind.CROPPED, 6, "6 pictures were cut to 3 × 3 px"),
                plan.losses().get(2));
        try (Stack stack = Images.open(folder, params)) {
            for (int i = 0; i < 9; i++) {
                assertEquals(10 * (i / 3) + i % 3, sample(stack, 2, i / 3, i % 3, 0));
                assertEquals(6, sample(stack, 4, i / 3, i % 3, 0));
            }
        }
    }

    @Test
    void sizesArePaddedToTheLargest() throws IOException {
        Images.gray(folder.resolve("cam_003.png"), 3, 5, (x, y) -> 10 * y + x);
        FolderParams params = Images.params("sizes=pad", "fill=200");
        assertEquals(new Shape(6, 5, 8, 1), Images.plan(folder, params).shape());
        try (Stack stack = Images.open(folder, params)) {
            for (int i = 0; i < 40; i++) {
                assertEquals(i % 8 < 3 ? 10 * (i / 8) + i % 8 : 200, sample(stack, 2, i / 8, i % 8, 0));
            }
            assertEquals(
                    new Loss(Loss.Kind.FILLED, 6, "6 pictures were padded to 8 × 5 px"),
                    stack.metadata().losses().get(2));
        }
    }

    private List<Double> values(FolderParams params) throws IOException {
        try (Stack stack = Images.open(folder, params)) {
            List<Double> values = new java.util.ArrayList<>();
            for (long t = 0; t < stack.shape().frames(); t++) {
                values.add(sample(stack, t, 0, 0, 0));
            }
            return values;
        }
    }
}
