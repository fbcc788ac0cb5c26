package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesTest {

    @TempDir
    Path folder;

    private Shell shell;

    /** Eight frames of 4 rows and 6 columns; sample (t, y, x) is 100 t + 10 y + x. */
    @BeforeEach
    void makeAStack() throws IOException {
        shell = new Shell(folder);
        byte[] data = new byte[8 * 4 * 6 * 2];
        for (int i = 0; i < data.length / 2; i++) {
            int value = 100 * (i / 24) + 10 * (i % 24 / 6) + i % 6;
            data[2 * i] = (byte) value;
            data[2 * i + 1] = (byte) (value >> 8);
        }
        Arrays.write(folder.resolve("in.npy"), "<u2", "(8, 4, 6)", data);
    }

    private float[] mean(int count, String... options) throws IOException {
        String[] all = new String[options.length + 6];
        System.arraycopy(new String[] {"reduce", "--op", "mean", "in.npy", "--out", "out"}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        Shell.Said said = shell.run(all);
        assertEquals(0, said.code(), said.err());
        return Arrays.floats(folder.resolve("out/in_mean.npy"), count);
    }

    @Test
    void framesAreThinned() throws IOException {
        assertEquals(350, mean(24)[0]);
        assertEquals(300, mean(24, "--every", "3")[0]);
        assertEquals(250, mean(24, "--range", "2..3")[0]);
        assertEquals(500, mean(24, "--range", "3..", "--every", "2")[0]);
        assertEquals(200, mean(24, "--every", "30%")[0]);
    }

    @Test
    void pixelsAreCroppedAndBinned() throws IOException {
        assertArrayEquals(new float[] {11, 12, 21, 22}, mean(4, "--range", "0..0", "--crop", "1,1,2,2"));
        assertArrayEquals(
                new float[] {6, 8, 10, 26, 28, 30},
                java.util.Arrays.copyOf(mean(6, "--range", "0..0", "--scale", "1/2"), 6));
    }

    @Test
    void framesAreTurnedBeforeTheyAreCropped() throws IOException {
        assertArrayEquals(new float[] {5, 4}, mean(2, "--range", "0..0", "--flip", "lr", "--crop", "0,0,2,1"));
        assertArrayEquals(new float[] {5, 15}, mean(2, "--range", "0..0", "--rotate", "90", "--crop", "0,0,2,1"));
        assertArrayEquals(new float[] {0, 10}, mean(2, "--range", "0..0", "--transpose", "--crop", "0,0,2,1"));
    }

    @Test
    void valuesAreStretchedAndNarrowed() throws IOException {
        assertEquals(1, mean(24, "--normalise", "frame")[23]);
        assertEquals(35f / 735, mean(24, "--range", "0..7", "--normalise", "stack")[23] - 350f / 735, 1e-6);
        Files.delete(folder.resolve("out/in_mean.npy"));
        shell.run("apply", "--8bit", "in.npy", "--out", "out");
        byte[] bytes = Files.readAllBytes(folder.resolve("out/in_taken.npy"));
        assertEquals(128 + 8 * 24, bytes.length);
        assertEquals(3, bytes[bytes.length - 1]); // 735 · 255 / 65535 = 2.86
    }

    @Test
    void whatWasLostIsInTheRecipeAndInTheFiles() throws IOException {
        mean(4, "--every", "4", "--crop", "1,1,2,2");
        String recipe = Files.readString(folder.resolve("out/in_recipe.json"));
        assertTrue(recipe.contains("frames 0 … 4, every 4: 6 of 8 are left out"), recipe);
        assertTrue(recipe.contains("crop 1,1 2×2 px of 6×4"), recipe);
        assertTrue(recipe.contains("\"thins\": true"), recipe);
        shell.run("reduce", "--roi", "0,0,1,1", "--every", "4", "in.npy", "--out", "out");
        String curve = Files.readString(folder.resolve("out/in_roi-mean.csv"));
        assertTrue(curve.contains("# loss: SKIPPED 6: frames 0 … 4, every 4: 6 of 8 are left out\n"), curve);
    }

    @Test
    void theSameOnFullDataIsOneCommand() throws IOException {
        shell.run(
                "reduce", "--op", "mean", "--roi", "1,0,1,1", "--every", "2", "--crop", "2,0,4,4", "--scale", "1/2",
                "--flip", "tb", "in.npy", "--out", "out");
        Shell.Said said = shell.run("run", "out/in_recipe.json", "--full");
        assertEquals(0, said.code(), said.err());
        float[] mean = Arrays.floats(folder.resolve("out/in_mean_full.npy"), 24);
        assertEquals(350 + 30, mean[0]); // still flipped
        assertEquals(350, mean[18]);
        // block (1, 0) of the crop at column 2 is columns 4 and 5 of rows 0 and 1, which are rows 3 and 2 of the source
        String curve = Files.readString(folder.resolve("out/in_roi-mean_full.csv"));
        assertEquals("0,29.5", curve.lines().skip(1).findFirst().orElseThrow());
        assertEquals(9, curve.lines().count());
    }

    @Test
    void whatIsOnFullDataAlreadyIsRefused() {
        shell.run("reduce", "--op", "mean", "in.npy", "--out", "out");
        Shell.Said said = shell.run("run", "out/in_recipe.json", "--full");
        assertEquals(1, said.code());
        assertEquals("in_recipe.json: operations: the recipe is on full data already", said.sentence());
    }

    @Test
    void theBoxOfTheContentIsShownBeforeItIsTaken() throws IOException {
        byte[] data = new byte[3 * 8 * 8];
        data[64 + 3 * 8 + 2] = 9;
        data[128 + 5 * 8 + 6] = 9;
        Arrays.write(folder.resolve("spots.npy"), "|u1", "(3, 8, 8)", data);
        String out = shell.run("info", "--crop", "auto", "spots.npy").out();
        assertTrue(out.contains("--crop auto is 2,3,5,3, which holds all that differs from the background"), out);
        assertTrue(out.contains("taken   3 frames of 5 × 3 px, U8, 45 bytes\n"), out);
    }

    @Test
    void whatDoesNotFitIsRefusedInOneSentence() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames"));
        for (int i = 0; i < 3; i++) {
            BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
            ImageIO.write(image, "png", frames.resolve("f" + i + ".png").toFile());
        }
        Shell.Said said = shell.run("reduce", "--op", "mean", "--memory-percent", "0.000001", "frames", "--out", "out");
        assertEquals(1, said.code());
        String sentence = said.sentence();
        assertTrue(sentence.startsWith("frames needs 922 kB of memory, but 0.000001 % of the "), sentence);
        assertTrue(sentence.endsWith("allow more with --memory-percent"), sentence);
        String info =
                shell.run("info", "--memory-percent", "0.000001", "frames").out();
        assertTrue(info.contains(": it doesn't fit; "), info);
        assertTrue(info.contains("decode it once into the disk cache with --cache"), info);
        assertTrue(info.contains("decode frames when they are needed with --access decode"), info);
        assertEquals(
                0, shell.run("reduce", "--op", "mean", "frames", "--out", "out").code());
        for (String access : new String[] {"cache", "decode"}) {
            Shell.Said other = shell.run(
                    "reduce",
                    "--op",
                    "mean",
                    "--memory-percent",
                    "0.000001",
                    "--access",
                    access,
                    "frames",
                    "--out",
                    access);
            assertEquals(0, other.code(), other.err());
            assertEquals(
                    -1,
                    Files.mismatch(folder.resolve("out/frames_mean.npy"), folder.resolve(access + "/frames_mean.npy")));
        }
    }

    @Test
    void infoSpeaksJsonOfWhatIsTaken() {
        String json =
                shell.run("info", "--json", "--every", "4", "in.npy").out().replaceAll("\\s+", " ");
        assertTrue(json.contains("\"taken\": { \"shape\": [ 2, 4, 6, 1 ], \"type\": \"U16\", \"bytes\": 96"), json);
        assertTrue(json.contains("\"fits\": true"), json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--every 0        | --every must be a number ≥ 1, a percentage or fit, got \"0\"",
                "--every x        | --every must be a number ≥ 1, a percentage or fit, got \"x\"",
                "--every 0%       | a share of the frames is more than 0 % and at most 100 %, got 0.0",
                "--range 3-5      | --range must be A..B, such as 100..199, got \"3-5\"",
                "--scale 0.5      | --scale must be 1/N, such as 1/2, got \"0.5\"",
                "--scale 1/0      | a scale is 1/n with n ≥ 1, got n = 0",
                "--crop 1,2,3     | --crop must be X,Y,W,H or auto, got \"1,2,3\"",
                "--rotate 45      | frames are rotated by multiples of 90°, got 45°",
                "--memory-percent 0 | --memory-percent: a memory budget is more than 0 % and at most 100 % of what is"
                        + " free, got 0 %",
            })
    void wrongChoicesAreRefusedInOneSentence(String options, String sentence) {
        Shell.Said said = shell.run(("reduce --op mean in.npy " + options).split(" "));
        assertEquals(sentence, said.sentence());
        assertEquals(2, said.code());
    }

    @Test
    void whatDoesNotSuitTheSourceIsRefusedBeforeReading() {
        Shell.Said said = shell.run("reduce", "--op", "mean", "--crop", "5,0,2,2", "in.npy");
        assertEquals(1, said.code());
        assertEquals("crop: ROI 5,0 2×2 lies outside the frame of 6 × 4 px", said.sentence());
    }
}
