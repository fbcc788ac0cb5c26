package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

/** Reads what fixtures/make-jpeg.py wrote: files exif_1.jpg to exif_8.jpg, whose number is their orientation. */
class CameraTest {

    private static final int[] UPRIGHT = {20, 60, 100, 140, 180, 220};

    private final Path folder;

    CameraTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsAppliedIfWanted(int orientation) throws Exception {
        copy(orientation);
        try (Stack stack = Images.open(folder, Images.params("orientation=apply"))) {
            assertEquals(new Shape(1, 24, 16, 1), stack.shape());
            for (int i = 0; i < 6; i++) {
                assertEquals(UPRIGHT[i], Images.sample(stack, 0, i / 2 * 8 + 1, i % 2 * 8 + 6, 0), 1);
            }
        }
    }

    @Test
    void imagesAreKeptAsStoredOtherwise() throws Exception {
        copy(1);
        copy(6);
        Plan plan = Images.plan(folder.resolve("exif_6.jpg"), Images.params());
        assertEquals(new Shape(1, 16, 24, 1), plan.shape());
        assertTrue(
                plan.notes()
                        .contains("1 images are kept as stored, not turned as the camera noted (orientation=apply turns"
                                + " them)"),
                plan.notes()::toString);
        try (Stack stack = Images.open(folder.resolve("exif_6.jpg"), Images.params())) {
            // turned clockwise it is upright, so its first row is the right column from top to bottom
            assertEquals(60, Images.sample(stack, 0, 0, 0, 0), 1);
            assertEquals(140, Images.sample(stack, 0, 0, 8, 0), 1);
        }
        assertEquals(
                2,
                Images.plan(folder, Images.params("orientation=apply")).shape().frames());
    }

    @Test
    void timesOfCaptureAreTheTimeAxis() throws Exception {
        for (int i = 1; i < 5; i++) {
            copy(i);
        }
        try (Stack stack = Images.open(folder, Images.params())) {
            Timing timing = stack.metadata().timing();
            for (int t = 0; t < 4; t++) {
                assertEquals(0.25 * t, timing.seconds(t).orElseThrow(), 1e-9);
            }
            assertEquals("2024-02-28T23:59:59", stack.metadata().properties().get("captured"));
        }
        Plan plan = Images.plan(folder, Images.params());
        assertTrue(
                plan.notes()
                        .contains("times are those that the camera noted, 2024-02-28T23:59:59 to"
                                + " 2024-02-28T23:59:59.750"),
                plan.notes()::toString);
    }

    @Test
    void timesThatDontIncreaseAreNotUsed() throws Exception {
        copy(1);
        Files.copy(folder.resolve("exif_1.jpg"), folder.resolve("exif_9.jpg"));
        try (Stack stack = Images.open(folder, Images.params())) {
            assertEquals(Timing.UNKNOWN, stack.metadata().timing());
        }
        assertTrue(Images.plan(folder, Images.params())
                .notes()
                .contains("the times that the camera noted aren't used: some frames aren't later than the one"
                        + " before"));
    }

    @ParameterizedTest
    @CsvSource({"half, 8, 12", "quarter, 4, 6", "eighth, 2, 3"})
    void jpegIsDecodedSmaller(String scale, int width, int height) throws Exception {
        copy(1);
        Plan plan = Images.plan(folder, Images.params("scale=" + scale));
        assertEquals(new Shape(1, height, width, 1), plan.shape());
        assertEquals(
                List.of(new Loss(
                        Loss.Kind.BINNED,
                        1,
                        "JPEG was decoded at 1/" + 16 / width + ", exif_1.jpg from 16 × 24 px to " + width + " × "
                                + height)),
                plan.losses());
        try (Stack stack = Images.open(folder, Images.params("scale=" + scale))) {
            for (int i = 0; i < 6; i++) {
                assertEquals(UPRIGHT[i], Images.sample(stack, 0, i / 2 * height / 3, i % 2 * width / 2, 0), 1);
            }
        }
    }

    @Test
    void scaledColourStaysRedGreenBlueAndIsTurned() throws IOException {
        Images.rgb(folder.resolve("a.jpg"), 33, 17, (x, y) -> 0xc86432);
        try (Stack stack = Images.open(folder, Images.params("scale=half", "orientation=apply"))) {
            assertEquals(new Shape(1, 9, 17, 3), stack.shape());
            assertEquals(200, Images.sample(stack, 0, 4, 8, 0), 3);
            assertEquals(100, Images.sample(stack, 0, 4, 8, 1), 3);
            assertEquals(50, Images.sample(stack, 0, 4, 8, 2), 3);
        }
    }

    @Test
    void otherFormatsRefuseToBeScaled() throws IOException {
        Images.folder(folder, 1, 2);
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> Images.plan(folder, Images.params("scale=half")));
        assertEquals("scale: only JPEG is decoded at a smaller size, and img_0.png is none", error.getMessage());
    }

    @Test
    void oneImageOffersThoseThatAreNamedLikeIt() throws IOException {
        Images.folder(folder, 10, 20, 30);
        Images.gray(folder.resolve("other.png"), 2, 2, (x, y) -> 1);
        Path image = folder.resolve("img_1.png");
        assertEquals(
                List.of("img_1.png alone makes a stack of one frame; its folder holds 3 images named like it"
                        + " (siblings=true opens them all)"),
                Images.plan(image, Images.params()).notes());
        try (Stack stack = Images.open(image, Images.params("siblings=true"))) {
            assertEquals(3, stack.shape().frames());
            assertEquals(30, Images.sample(stack, 2, 0, 0, 0));
        }
        assertEquals(
                List.of("other.png alone makes a stack of one frame"),
                Images.plan(folder.resolve("other.png"), Images.params()).notes());
    }

    private void copy(int orientation) throws Exception {
        String name = "exif_" + orientation + ".jpg";
        URL url = Objects.requireNonNull(CameraTest.class.getResource("fixtures/" + name));
        Files.copy(Path.of(url.toURI()), folder.resolve(name));
    }
}
