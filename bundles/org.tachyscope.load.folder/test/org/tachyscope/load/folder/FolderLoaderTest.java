package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.load.folder.Images.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

class FolderLoaderTest {

    private final FolderLoader loader = new FolderLoader();
    private final FolderParams params = loader.defaults();
    private final Path folder;

    FolderLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void framesComeInNaturalOrderOfNames() throws IOException {
        for (String number : List.of("10", "9", "1", "100", "02")) {
            int value = Integer.parseInt(number);
            Images.gray(folder.resolve("Bild " + number + ".png"), 2, 2, (x, y) -> value);
        }
        try (Stack stack = Images.open(folder, params)) {
            assertEquals(
                    List.of("Bild 1.png", "Bild 02.png", "Bild 9.png", "Bild 10.png", "Bild 100.png"),
                    stack.metadata().frameNames());
            double[] expected = {1, 2, 9, 10, 100};
            for (int t = 0; t < 5; t++) {
                assertEquals(expected[t], sample(stack, t, 1, 1, 0));
            }
        }
    }

    @Test
    void onlyNamesOfImagesCountAndHiddenOnesDont() throws IOException {
        Images.gray(folder.resolve("a.png"), 2, 2, (x, y) -> 1);
        Files.move(folder.resolve("a.png"), folder.resolve("A.PNG"));
        Images.gray(folder.resolve("b.png"), 2, 2, (x, y) -> 2);
        Images.gray(folder.resolve(".hidden.png"), 9, 9, (x, y) -> 3);
        Files.writeString(folder.resolve("notes.txt"), "x");
        Files.writeString(folder.resolve("png"), "x");
        Files.createDirectory(folder.resolve("more"));
        Plan plan = Images.plan(folder, params);
        assertEquals(new Shape(2, 2, 2, 1), plan.shape());
        assertEquals(
                List.of(
                        "2 images in the natural order of their names, A.PNG to b.png",
                        "frames are 2 × 2 U8 like A.PNG; a file that differs is left out",
                        "4 other entries of the folder are no images"),
                plan.notes());
    }

    @Test
    void planStatesItsCost() throws IOException {
        for (int t = 0; t < 20; t++) {
            Images.gray16(folder.resolve(t + ".tif"), 10, 6, (x, y) -> x);
        }
        Plan plan = Images.plan(folder, params);
        assertEquals(PixelType.U16, plan.type());
        assertEquals(20 * 10 * 6 * 2, plan.cost().memoryBytes());
        assertEquals(20 * Files.size(folder.resolve("0.tif")), plan.cost().readBytes());
        assertEquals(0, plan.cost().diskBytes());
        assertEquals(Plan.Access.LOADED, plan.cost().access());
        assertEquals(List.of(), plan.losses());
    }

    @Test
    void knowsNameSourceAndNoTimes() throws IOException {
        Path place = Files.createDirectory(folder.resolve("Versuch 3, Öl & Wasser ✓"));
        Images.folder(place, 5, 6);
        try (Stack stack = Images.open(place, params)) {
            assertEquals("Versuch 3, Öl & Wasser ✓", stack.metadata().name());
            assertEquals(
                    place.toAbsolutePath().toString(),
                    stack.metadata().properties().get("source"));
            assertEquals(Timing.UNKNOWN, stack.metadata().timing());
            assertEquals(6, sample(stack, 1, 2, 3, 0));
        }
    }

    @Test
    void oneImageIsAStackOfOneFrame() throws IOException {
        Path file = Images.gray(folder.resolve("Größe.png"), 3, 2, (x, y) -> 10 * y + x);
        Plan plan = Images.plan(file, params);
        assertEquals(List.of("Größe.png alone makes a stack of one frame"), plan.notes());
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(new Shape(1, 2, 3, 1), stack.shape());
            assertEquals("Größe.png", stack.metadata().name());
            assertEquals(12, sample(stack, 0, 1, 2, 0));
        }
    }

    @Test
    void aFolderScoresAboveAnImageAndBelowASignature() throws IOException {
        Path image = Images.gray(folder.resolve("a.png"), 3, 2, (x, y) -> 0);
        int ofFolder = loader.score(Probe.of(folder));
        int ofImage = loader.score(Probe.of(image));
        assertTrue(ofImage > Loader.NO && ofImage < ofFolder && ofFolder < Loader.CERTAIN);
    }

    @ParameterizedTest
    @CsvSource({"png", "jpg", "bmp", "tif"})
    void anImageIsRecognisedWhateverItsName(String format) throws IOException {
        Path image = Images.gray(folder.resolve("a." + format), 3, 2, (x, y) -> 0);
        assertTrue(loader.score(Probe.of(Files.move(image, folder.resolve("unnamed")))) > Loader.NO);
    }

    @Test
    void anEmptyFolderIsOneSentence() {
        IOException error = assertThrows(IOException.class, () -> Images.plan(folder, params));
        assertEquals(folder + " is empty: there is no image to load", error.getMessage());
    }

    @Test
    void aFolderWithoutImagesIsOneSentence() throws IOException {
        Files.writeString(folder.resolve("a.md"), "x");
        Files.writeString(folder.resolve("b"), "x");
        IOException error = assertThrows(IOException.class, () -> Images.plan(folder, params));
        assertEquals(
                folder + " holds no image: none of its 2 entries is named like a PNG, JPEG, TIFF, BMP, WebP, PNM,"
                        + " raw or text file",
                error.getMessage());
    }

    @Test
    void everyPageIsAFrame() throws IOException {
        Images.tiff(folder.resolve("0.tif"), 2, 1, 8, 1, new byte[] {1, 2}, new byte[] {3, 4}, new byte[] {5, 6});
        Images.tiff(folder.resolve("1.tif"), 2, 1, 8, 1, new byte[] {7, 8});
        Images.tiff(folder.resolve("2.tif"), 2, 1, 8, 1, new byte[] {9, 10}, new byte[] {11, 12});
        Plan plan = Images.plan(folder, params);
        assertEquals(List.of(), plan.losses());
        assertEquals(6, plan.shape().frames());
        try (Stack stack = plan.open(Progress.none())) {
            for (int t = 0; t < 6; t++) {
                assertEquals(2 * t + 1, sample(stack, t, 0, 0, 0));
                assertEquals(2 * t + 2, sample(stack, t, 0, 1, 0));
            }
            assertEquals(
                    List.of(
                            "0.tif, page 1",
                            "0.tif, page 2",
                            "0.tif, page 3",
                            "1.tif",
                            "2.tif, page 1",
                            "2.tif, page 2"),
                    stack.metadata().frameNames());
        }
    }

    @Test
    void aFileOfSeveralPagesIsAStack() throws IOException {
        Path file = Images.tiff(folder.resolve("a.tif"), 1, 1, 8, 1, new byte[] {1}, new byte[] {3});
        Plan plan = Images.plan(file, params);
        assertEquals("2 pages of a.tif", plan.notes().getFirst());
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(2, stack.shape().frames());
            assertEquals(3, sample(stack, 1, 0, 0, 0));
        }
    }

    @Test
    void samplesOfTwelveBitsAreStretchedAndSaid() throws IOException {
        // two samples, 0x001 and 0xfff, in three bytes
        byte[] packed = {0x00, 0x1f, (byte) 0xff};
        Images.tiff(folder.resolve("a.tif"), 2, 1, 12, 1, packed);
        try (Stack stack = Images.open(folder, params)) {
            assertEquals(16, sample(stack, 0, 0, 0, 0));
            assertEquals(65520, sample(stack, 0, 0, 1, 0));
            assertEquals(
                    List.of(new Loss(Loss.Kind.CONVERTED, 1, "12-bit samples were multiplied by 16")),
                    stack.metadata().losses());
        }
    }

    @Test
    void whatOnlyOtherFilesLoseIsAddedWhileReading() throws IOException {
        Images.tiff(folder.resolve("0.tif"), 1, 1, 32, 3, new byte[4]);
        Images.tiff(folder.resolve("1.tif"), 1, 1, 64, 3, new byte[8]);
        Images.tiff(folder.resolve("2.tif"), 1, 1, 64, 3, new byte[8]);
        Plan plan = Images.plan(folder, params);
        assertEquals(List.of(), plan.losses());
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(
                    List.of(new Loss(Loss.Kind.CONVERTED, 2, "samples of 64 bits were rounded to F32")),
                    stack.metadata().losses());
        }
    }
}
