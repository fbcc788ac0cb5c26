package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReduceTest {

    @TempDir
    Path folder;

    private Shell shell;

    /** Three frames of two rows and two columns. */
    @BeforeEach
    void makeAStack() throws IOException {
        shell = new Shell(folder);
        Arrays.write(
                folder.resolve("in.npy"),
                "|u1",
                "(3, 2, 2)",
                (byte) 1,
                (byte) 2,
                (byte) 3,
                (byte) 200,
                (byte) 2,
                (byte) 2,
                (byte) 5,
                (byte) 200,
                (byte) 6,
                (byte) 2,
                (byte) 1,
                (byte) 203);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAnArrayAPictureAndTheRecipe() throws IOException {
        Shell.Said said = shell.run("reduce", "--op", "mean,max", "in.npy", "--out", "new/out");
        assertEquals(0, said.code(), said.err());
        assertEquals("", said.err());
        Path out = folder.resolve("new/out");
        assertEquals(List.of("in_max.npy", "in_max.png", "in_mean.npy", "in_mean.png", "in_recipe.json"), names(out));
        assertArrayEquals(new float[] {3, 2, 3, 201}, Arrays.floats(out.resolve("in_mean.npy"), 4));
        BufferedImage picture = ImageIO.read(out.resolve("in_max.png").toFile());
        assertEquals(2, picture.getWidth());
        assertEquals(6, picture.getRaster().getSample(0, 0, 0));
        assertEquals(203, picture.getRaster().getSample(1, 1, 0));
    }

    @Test
    void statesAllParametersInTheFile() throws IOException {
        shell.run("reduce", "--op", "std:nan=ignore", "in.npy", "--out", "out");
        String png = Files.readString(folder.resolve("out/in_std.png"), StandardCharsets.ISO_8859_1);
        assertTrue(png.contains("reduction=std divisor=POPULATION nan=IGNORE"), png);
    }

    @Test
    void saysWhatItDid() {
        String out =
                shell.run("reduce", "--op", "mean", "in.npy", "--out", "out").out();
        String source = "source   " + folder.resolve("in.npy") + " (npy): 3 frames of 2 × 2 px, U8, 12 bytes\n";
        assertTrue(out.startsWith(source), out);
        assertTrue(out.contains("\nreduced  3 frames to mean\n"), out);
        assertTrue(out.contains("\nwritten  " + folder.resolve("out/in_mean.npy") + "\n"), out);
    }

    @Test
    void takesParametersInBothWays() throws IOException {
        shell.run("reduce", "--op", "std:divisor=sample", "in.npy", "--out", "a");
        shell.run("reduce", "--op", "std", "--param", "std.divisor=SAMPLE", "in.npy", "--out", "b");
        float[] expected = {(float) Math.sqrt(7), 0, 2, (float) Math.sqrt(3)};
        assertArrayEquals(expected, Arrays.floats(folder.resolve("a/in_std.npy"), 4));
        assertArrayEquals(expected, Arrays.floats(folder.resolve("b/in_std.npy"), 4));
    }

    @Test
    void everyRoiBecomesACurveAndAPlot() throws IOException {
        Shell.Said said = shell.run("reduce", "--roi", "0,0,1,2", "--roi", "1,1,1,1", "in.npy", "--out", "out");
        assertEquals(0, said.code(), said.err());
        assertEquals(
                List.of(
                        "in_recipe.json",
                        "in_roi-mean-2.csv",
                        "in_roi-mean-2.png",
                        "in_roi-mean.csv",
                        "in_roi-mean.png"),
                names(folder.resolve("out")));
        List<String> numbers = Files.readAllLines(folder.resolve("out/in_roi-mean.csv")).stream()
                .filter(line -> Character.isDigit(line.charAt(0)))
                .map(line -> line.replaceAll("\\.0\\b", ""))
                .toList();
        assertEquals(List.of("0,2", "1,3.5", "2,3.5"), numbers);
    }

    @Test
    void regionsBecomeOneTableOfCurves() throws IOException {
        Shell.Said said = shell.run(
                "reduce",
                "--roi",
                "rect 0,0,1,2",
                "--roi",
                "polygon 0,0 2,0 2,2",
                "--roi",
                "line 0.5,1.5 1.5,1.5",
                "--param",
                "roi-curve.statistics=mean; max",
                "in.npy",
                "--out",
                "out");
        assertEquals(0, said.code(), said.err());
        assertEquals(
                List.of(
                        "frame,\"mean of rect 0,0,1,2\",\"max of rect 0,0,1,2\",\"mean of polygon 0,0 2,0 2,2\","
                                + "\"max of polygon 0,0 2,0 2,2\",\"mean of line 0.5,1.5 1.5,1.5\","
                                + "\"max of line 0.5,1.5 1.5,1.5\"",
                        "0,2,3,2,2,101.5,200",
                        "1,3.5,5,2,2,102.5,200",
                        "2,3.5,6,2,2,102,203"),
                Files.readAllLines(folder.resolve("out/in_roi-curve.csv")));
        byte[] table = Files.readAllBytes(folder.resolve("out/in_roi-curve.csv"));
        assertEquals(0, shell.run("run", "out/in_recipe.json", "--out", "again").code());
        assertArrayEquals(table, Files.readAllBytes(folder.resolve("again/in_roi-curve.csv")));
    }

    @Test
    void aRegionThatIsNoneIsRefusedInOneSentence() {
        Shell.Said said = shell.run("reduce", "--roi", "polygon 0,0 2,2", "in.npy", "--out", "out");
        assertEquals(2, said.code());
        assertTrue(
                said.err().contains("roi-curve.rois: a polygon needs at least 3 corners, got 2 in \"polygon 0,0 2,2\""),
                said.err());
    }

    @Test
    void theRecipeRepeatsItToTheLastByteWhereverTheFolderIs() throws IOException {
        shell.run("reduce", "--op", "mean,min", "in.npy", "--out", "out");
        byte[] mean = Files.readAllBytes(folder.resolve("out/in_mean.npy"));
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(folder.resolve("in.npy"), moved.resolve("in.npy"));
        Files.move(folder.resolve("out"), moved.resolve("out"));
        Files.delete(moved.resolve("out/in_mean.npy"));
        Shell.Said said = shell.run("run", "moved/out/in_recipe.json");
        assertEquals(0, said.code(), said.err());
        assertArrayEquals(mean, Files.readAllBytes(moved.resolve("out/in_mean.npy")));
    }

    @Test
    void aRecipeRunsOnAnotherSourceIntoAnotherFolder() throws IOException {
        shell.run("reduce", "--op", "max", "in.npy", "--out", "out");
        Arrays.write(folder.resolve("other.npy"), "<f4", "(1, 1, 1)", (byte) 0, (byte) 0, (byte) 0xc0, (byte) 0x3f);
        Shell.Said said = shell.run("run", "out/in_recipe.json", "--source", "other.npy", "--out", "else");
        assertEquals(0, said.code(), said.err());
        assertArrayEquals(new float[] {1.5f}, Arrays.floats(folder.resolve("else/in_max.npy"), 1));
    }

    @Test
    void readsAFolderOfImagesInNaturalOrder() throws IOException {
        Path frames = Files.createDirectory(folder.resolve("frames.d"));
        for (int i = 1; i <= 12; i++) {
            BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(1, 0, 0, i);
            ImageIO.write(image, "png", frames.resolve("f" + i + ".png").toFile());
        }
        Shell.Said said = shell.run("reduce", "--roi", "1,0,1,1", "--op", "max", "frames.d", "--out", "out");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("12 frames of 3 × 2 px, U8"), said.out());
        List<String> curve = Files.readAllLines(folder.resolve("out/frames.d_roi-mean.csv"));
        assertTrue(curve.getLast().matches("11,12(\\.0)?(,.*)?"), curve.getLast());
    }

    @Test
    void infoSaysWhatASourceHolds() {
        Shell.Said said = shell.run("info", "in.npy");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("shape   3 × 2 × 2  =  3 frames of 2 × 2 px\n"), said.out());
        assertTrue(said.out().contains("access  mapped: "), said.out());
        assertTrue(said.out().contains("losses  none known\n"), said.out());
    }

    @Test
    void infoSpeaksJson() {
        String json = shell.run("info", "--json", "in.npy").out().replaceAll("\\s+", " ");
        assertTrue(json.contains("\"loader\": \"npy\""), json);
        assertTrue(json.contains("\"shape\": [ 3, 2, 2, 1 ], \"type\": \"U8\", \"bytes\": 12,"), json);
    }

    @Test
    void pluginsListsEveryKindWithItsParameters() {
        Shell.Said said = shell.run("plugins");
        assertEquals(0, said.code());
        for (String id : List.of("npy", "folder", "mean", "std", "roi-mean", "png", "csv", "plot")) {
            assertTrue(said.out().lines().anyMatch(line -> line.startsWith("  " + id + " ")), id + said.out());
        }
        assertTrue(said.out().contains("divisor"), said.out());
    }
}
