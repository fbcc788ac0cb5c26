package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong, each with one clear sentence, and nothing lost. */
class BadInputTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private Path frames(String name) throws IOException {
        Path frames = Files.createDirectory(path(name));
        for (int i = 0; i < 4; i++) {
            image(frames.resolve("f" + i + ".png"), 4, 3, BufferedImage.TYPE_BYTE_GRAY);
        }
        return frames;
    }

    private static void image(Path file, int width, int height, int type) throws IOException {
        String name = file.toString();
        assertTrue(ImageIO.write(
                new BufferedImage(width, height, type), name.substring(name.lastIndexOf('.') + 1), file.toFile()));
    }

    private void refuses(String source, String... words) throws IOException {
        Shell.Said said = shell.run("reduce", "--op", "mean", source, "--out", "out");
        assertEquals(1, said.code(), said.out());
        assertEquals(1, said.err().lines().count(), said.err());
        for (String word : words) {
            assertTrue(said.sentence().contains(word), word + " is not in: " + said.err());
        }
        assertNothingHalfWritten();
    }

    private void assertNothingHalfWritten() throws IOException {
        if (Files.exists(path("out"))) {
            try (Stream<Path> files = Files.list(path("out"))) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    /** Loads the other frames and says what is missing. */
    private void loadsTheRest(String source, int frames, String file) {
        Shell.Said said = shell.run("reduce", "--op", "mean", source, "--out", "out");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains(": " + frames + " frames of 4 × 3 px, U8"), said.out());
        assertTrue(said.out().lines().anyMatch(line -> line.startsWith("losses ") && line.contains(file)), said.out());
    }

    private void stopsIfAsked(String source, String file) throws IOException {
        Shell.Said said =
                shell.run("reduce", "--op", "mean", source, "--out", "stop", "--loader-param", "onError=stop");
        assertEquals(1, said.code(), said.out());
        assertTrue(said.sentence().contains(file), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
    }

    @Test
    void anEmptyFolder() throws IOException {
        Files.createDirectory(path("empty"));
        refuses("empty", path("empty").toString(), "is empty");
    }

    @Test
    void aFolderWithoutAnImage() throws IOException {
        Files.createDirectory(path("notes"));
        Files.writeString(path("notes/readme.md"), "hello");
        refuses("notes", path("notes").toString(), "no image");
    }

    @Test
    void aTruncatedArray() throws IOException {
        Arrays.write(path("cut.npy"), "|u1", "(10, 8, 8)", new byte[300]);
        refuses("cut.npy", path("cut.npy").toString(), "640 bytes", "300");
    }

    @Test
    void anArrayThatClaimsAnExbibyte() throws IOException {
        Arrays.write(path("huge.npy"), "|u1", "(1099511627776, 1024, 1024)", new byte[10]);
        refuses("huge.npy", path("huge.npy").toString(), "1152921504606846976");
    }

    @Test
    void anArrayOfObjects() throws IOException {
        Arrays.write(path("objects.npy"), "|O", "(3, 2, 2)", new byte[100]);
        refuses("objects.npy", path("objects.npy").toString(), "objects");
    }

    @Test
    void aFolderWithOneBrokenJpeg() throws IOException {
        Path frames = Files.createDirectory(path("broken"));
        for (int i = 0; i < 5; i++) {
            image(frames.resolve("f" + i + ".jpg"), 4, 3, BufferedImage.TYPE_BYTE_GRAY);
        }
        byte[] whole = Files.readAllBytes(frames.resolve("f2.jpg"));
        Files.write(frames.resolve("f2.jpg"), java.util.Arrays.copyOf(whole, whole.length / 3));
        loadsTheRest("broken", 4, "f2.jpg");
        stopsIfAsked("broken", "f2.jpg");
    }

    @Test
    void aTextThatIsNamedLikeAPicture() throws IOException {
        Files.writeString(frames("text").resolve("f1.png"), "no picture");
        loadsTheRest("text", 3, "f1.png");
        stopsIfAsked("text", "f1.png");
    }

    @Test
    void twoSizesOfImages() throws IOException {
        image(frames("sizes").resolve("f3.png"), 4, 4, BufferedImage.TYPE_BYTE_GRAY);
        loadsTheRest("sizes", 3, "f3.png");
        stopsIfAsked("sizes", "f3.png");
    }

    @Test
    void one16BitImageAmong8Bit() throws IOException {
        image(frames("depth").resolve("f3.png"), 4, 3, BufferedImage.TYPE_USHORT_GRAY);
        loadsTheRest("depth", 3, "f3.png");
        stopsIfAsked("depth", "f3.png");
    }

    @Test
    void aFileThatCannotBeRead() throws IOException {
        Path file = Arrays.write(path("secret.npy"), "|u1", "(1, 1, 1)", (byte) 1);
        assertTrue(file.toFile().setReadable(false));
        assumeTrue(!Files.isReadable(file), "the superuser reads everything");
        refuses("secret.npy", file.toString(), "permission denied");
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
        refuses("none.npy", path("none.npy") + " does not exist");
    }

    @Test
    void aFileThatNobodyOpens() throws IOException {
        Files.writeString(path("x.txt"), "hello");
        refuses("x.txt", path("x.txt") + ": no loader opens this; known: folder, npy");
    }

    @Test
    void anOutputFolderThatCannotBeWritten() throws IOException {
        Arrays.write(path("in.npy"), "|u1", "(1, 1, 1)", (byte) 1);
        Files.writeString(path("file"), "in the way");
        Shell.Said said = shell.run("reduce", "--op", "mean", "in.npy", "--out", "file");
        assertEquals(1, said.code());
        assertEquals(path("file") + ": is a file, can't write in_recipe.json into it", said.sentence());
        assertEquals("in the way", Files.readString(path("file")));
    }

    @Test
    void aRoiOutsideOfTheFrame() throws IOException {
        Arrays.write(path("in.npy"), "|u1", "(1, 2, 2)", new byte[4]);
        Shell.Said said = shell.run("reduce", "--op", "mean", "--roi", "1,0,2,1", "in.npy", "--out", "out");
        assertEquals(1, said.code());
        assertEquals("roi-mean: ROI 1,0 2×1 lies outside the frame of 2 × 2 px", said.sentence());
        assertNothingHalfWritten();
    }

    @Test
    void anUnknownOperationOrParameterInARecipe() throws IOException {
        Arrays.write(path("in.npy"), "|u1", "(1, 1, 1)", (byte) 1);
        assertEquals(
                "r.json: operations[0].id: unknown operation \"frame\"; did you mean frames?",
                recipe("\"operations\": [{\"id\": \"frame\"}]"));
        assertEquals(
                "r.json: reductions[0].id: unknown reduction \"meann\"; did you mean mean?",
                recipe("\"reductions\": [{\"id\": \"meann\"}]"));
        assertEquals(
                "r.json: reductions[1].params.box.width: must be ≥ 1 px, got 0",
                recipe("\"reductions\": [{\"id\": \"mean\"}, {\"id\": \"roi-mean\", \"params\": {\"box\": {\"width\":"
                        + " 0}}}]"));
        assertEquals(
                "r.json: reductions[0].params.ddof: unknown parameter; known: divisor, nan",
                recipe("\"reductions\": [{\"id\": \"std\", \"params\": {\"ddof\": 1}}]"));
        assertEquals(
                "r.json: reductions[0].params: ROI 0,0 2×2 lies outside the frame of 1 × 1 px",
                recipe("\"reductions\": [{\"id\": \"roi-mean\", \"params\": {\"box\": {\"width\": 2, \"height\": 2}}, "
                        + "\"outputs\": [{\"file\": \"a.csv\"}]}]"));
    }

    private String recipe(String fields) throws IOException {
        Files.writeString(path("r.json"), "{\"tachyscope\": 1, \"source\": {\"path\": \"in.npy\"}, " + fields + "}");
        Shell.Said said = shell.run("run", "r.json");
        assertEquals(1, said.code());
        assertEquals(1, said.err().lines().count(), said.err());
        return said.sentence();
    }

    @Test
    void aFullDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(path("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "only root mounts a disk");
        try {
            Arrays.sparse(path("in.npy"), "|u1", "(2, 512, 512)", 2 * 512 * 512);
            Shell.Said said = shell.run("reduce", "--op", "mean,max", "in.npy", "--out", "disk");
            assertEquals(1, said.code());
            assertEquals(disk + ": disk full while writing in_mean.npy (needed 1.05 MB)", said.sentence());
            try (Stream<Path> files = Files.list(disk)) {
                assertFalse(files.anyMatch(file -> file.toString().contains(".part-")));
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
