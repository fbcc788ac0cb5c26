package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;

class ExportsTest {

    private final Path folder;

    ExportsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final Frame frame = new Frame(1, 2, 1, PixelType.U8, MemorySegment.ofArray(new byte[] {1, 2}));
    private final Exports exports = new Exports(Fakes.catalog());

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Exports.Output output(Path file) {
        return new Exports.Output(frame, Metadata.named("demo"), file);
    }

    @Test
    void writesTheFileAndNothingElse() throws IOException {
        Path file = folder.resolve("new/deeper/a.raw");
        Exports.write(new Fakes.Raw(), Map.of(), output(file), Progress.none());
        assertArrayEquals(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void givesTheExporterItsParameters() throws IOException {
        Path file = folder.resolve("a.txt");
        Exports.write(new Fakes.Text(), Map.of("separator", "|"), output(file), Progress.none());
        assertEquals("demo|[]", Files.readString(file));
    }

    @Test
    void theFileBeingWrittenIsHiddenHasTheRightSuffixAndNotYetTheName() throws IOException {
        Path file = folder.resolve("a.npy");
        WholeFile.write(file, 1, part -> {
            String name = part.getFileName().toString();
            assertTrue(name.startsWith(".a.npy.part-") && name.endsWith(".npy"), name);
            Files.write(part, new byte[1]);
            assertEquals(List.of(name), names());
        });
        assertEquals(List.of("a.npy"), names());
    }

    @Test
    void aFailureLeavesTheOldFileAndNoOther() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        IOException e = assertThrows(
                IOException.class,
                () -> WholeFile.write(file, 1, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("no such colour");
                }));
        assertEquals(file + ": can't be written: no such colour", e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.npy"), names());
    }

    @Test
    void aCancellationLeavesNothing() throws IOException {
        assertThrows(
                CancellationException.class,
                () -> WholeFile.write(folder.resolve("a.npy"), 1, part -> {
                    Files.writeString(part, "half");
                    throw new CancellationException("cancelled");
                }));
        assertEquals(List.of(), names());
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsNamedWithWhatWasNeeded() throws IOException {
        IOException e = assertThrows(
                IOException.class,
                () -> WholeFile.write(folder.resolve("demo_mean.npy"), 4_194_304, part -> {
                    try (OutputStream out = Files.newOutputStream(Path.of("/dev/full"))) {
                        out.write(1);
                    }
                }));
        assertEquals(folder + ": disk full while writing demo_mean.npy (needed 4.19 MB)", e.getMessage());
        assertEquals(List.of(), names());
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void aFileInTheFoldersPlaceIsNamed() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("out"), "");
        IOException e = assertThrows(
                IOException.class,
                () -> Exports.write(new Fakes.Raw(), Map.of(), output(inTheWay.resolve("a.raw")), Progress.none()));
        assertEquals(inTheWay + ": is a file, can't write a.raw into it", e.getMessage());
    }

    @Test
    void aFolderThatTakesNoFileIsNamed() {
        Path nowhere = Path.of("/proc/self/a.raw");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            IOException e = assertThrows(IOException.class, () -> WholeFile.check(nowhere));
            assertTrue(e.getMessage().startsWith("/proc/self: can't write a.raw: "), e.getMessage());
        }
    }

    @Test
    void aFolderIsNotReplacedByAFile() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.raw"));
        IOException e = assertThrows(IOException.class, () -> WholeFile.check(file));
        assertEquals(file + ": is a folder, can't write a file in its place", e.getMessage());
    }

    @Test
    void theExtensionChoosesTheExporterWhoseUsualOneItIs() {
        assertEquals(
                "raw", exports.choose(Optional.empty(), Path.of("x.RAW"), frame).id());
        assertEquals(
                "text",
                exports.choose(Optional.of("text"), Path.of("x.raw"), frame).id());
    }

    @Test
    void anUnknownExtensionIsRefusedWithTheKnownOnes() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> exports.choose(Optional.empty(), Path.of("x.xyz"), frame));
        assertEquals("x.xyz: no exporter writes a U8 frame of 1 × 2 as .xyz; known: raw, txt", e.getMessage());
    }

    @Test
    void aNamedExporterThatCannotHoldTheContentIsRefused() {
        Column.Numbers x = new Column.Numbers("frame", "", new double[] {0});
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> exports.choose(Optional.of("raw"), Path.of("x.raw"), new Curve(x, List.of(x))));
        assertEquals("x.raw: exporter raw can't hold a curve", e.getMessage());
    }

    @Test
    void theEndOfTheJvmLeavesNothingHalfWritten() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slow.class.getName(),
                        folder.resolve("a.npy").toString())
                .redirectErrorStream(true)
                .start();
        while (names().isEmpty() && process.isAlive()) {
            Thread.sleep(5);
        }
        assertTrue(names().getFirst().startsWith(".a.npy.part-"), names().toString());
        process.destroy();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(List.of(), names());
    }

    /** Takes its time to write a file. */
    static final class Slow {
        public static void main(String[] args) throws IOException {
            WholeFile.write(Path.of(args[0]), 1, part -> {
                try (OutputStream out = Files.newOutputStream(part)) {
                    while (true) {
                        out.write(1);
                    }
                }
            });
        }
    }

    @Test
    void sizesReadWell() {
        assertEquals("0 bytes", Size.text(0));
        assertEquals("999 bytes", Size.text(999));
        assertEquals("1 kB", Size.text(1000));
        assertEquals("4.19 MB", Size.text(4_194_304));
        assertEquals("41.9 GB", Size.text(41_943_040_000L));
        assertEquals("1 MB", Size.text(999_999));
        assertEquals("9.22 EB", Size.text(Long.MAX_VALUE));
    }
}
