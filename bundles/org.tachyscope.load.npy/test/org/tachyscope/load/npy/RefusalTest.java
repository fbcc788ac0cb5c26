package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.load.npy.Npy.assertRefused;
import static org.tachyscope.load.npy.Npy.header;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.Progress;

class RefusalTest {

    private final Path folder;
    private final Path file;

    RefusalTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("x.npy");
    }

    /** Fixtures that numpy wrote, and what is wrong with them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text.npy | : dtype <U1 holds texts, not pixels",
                "line.npy | : an array of shape (5,) has 1 axes; a stack is made of 2, 3 or 4",
                "point.npy | : an array of shape () has 0 axes; a stack is made of 2, 3 or 4",
                "five.npy | : an array of shape (1, 2, 1, 2, 1) has 5 axes; a stack is made of 2, 3 or 4",
                "empty.npy | : an array of shape (0, 4, 5) has no pixels"
            })
    void namesWhatNumpyWroteButNoStackCanHold(String fixture, String message) {
        assertRefused(Npy.fixture(fixture), message);
    }

    @Test
    void refusesPythonObjects() {
        assertRefused(
                Npy.fixture("object.npy"),
                ": dtype |O holds Python objects, which only Python can unpickle, running any code they carry;"
                        + " save numbers instead, such as a.astype('uint16')");
    }

    @Test
    void refusesRecords() {
        assertRefused(
                Npy.fixture("structured.npy"),
                ": a structured dtype holds records, not pixels; save one of its fields as an array of its own,"
                        + " such as a['field']");
    }

    @Test
    void namesATruncatedFileWithTheNumbers() throws IOException {
        Npy.write(file, header("|u1", false, "(400, 1024, 1024)"), new byte[1000]);
        assertRefused(
                file,
                ": the header claims 400 × 1024 × 1024 |u1 = 419430400 bytes of pixels, but the file has only 1000"
                        + " behind the header: truncated?");
    }

    @Test
    void refusesAFileThatLacksOneByte() throws IOException {
        Npy.write(file, header("<u2", false, "(3, 4, 5)"), new byte[119]);
        assertRefused(
                file,
                ": the header claims 3 × 4 × 5 <u2 = 120 bytes of pixels, but the file has only 119 behind the header:"
                        + " truncated?");
    }

    @Test
    void refusesAHeaderWithNothingBehindIt() throws IOException {
        Npy.write(file, header("|u1", false, "(1, 1)"));
        assertRefused(
                file,
                ": the header claims 1 × 1 |u1 = 1 bytes of pixels, but the file has only 0 behind the header:"
                        + " truncated?");
    }

    /** 2^60 bytes, 2^64 bytes (0 in 64 bits), and three lengths whose product needs 178 bits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(1048576, 1048576, 1048576) | 1048576 × 1048576 × 1048576 |<u1 = 1152921504606846976",
                "(4294967296, 4294967296) | 4294967296 × 4294967296 |<u1 = 18446744073709551616",
                "(999999999999999999, 999999999999999999, 999999999999999999) |"
                        + "999999999999999999 × 999999999999999999 × 999999999999999999 |"
                        + "<u1 = 999999999999999997000000000000000002999999999999999999"
            })
    void refusesClaimsBeyondAnyFile(String shape, String product, String bytes) throws IOException {
        Npy.write(file, header("<u1", false, shape), new byte[10]);
        assertRefused(
                file,
                ": the header claims " + product + " " + bytes
                        + " bytes of pixels, but the file has only 10 behind the header: truncated?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} | the header has no 'descr'",
                "{'descr': '|u1', 'shape': (1, 1)} | the header has no 'fortran_order'",
                "{'descr': '|u1', 'fortran_order': False, } | the header has no 'shape'",
                "{'descr': '|u1', 'descr': '|u1'} | the header names 'descr' twice",
                "{'descr': '|u1', 'colour': True} |"
                        + " the header names 'colour', but only descr, fortran_order and shape have a meaning",
                "'descr' | the header is malformed at character 0: expected '{', found '''",
                "{'descr' '|u1'} | the header is malformed at character 9: expected ':', found '''",
                "{'descr': '|u1' 'shape': (1, 1)} | the header is malformed at character 16: expected '}', found '''",
                "{'descr': '|u1 | the header is malformed at character 10:"
                        + " expected a short text without escapes and its closing ', found '''",
                "{'descr': '\\x7cu1'} | the header is malformed at character 10:"
                        + " expected a short text without escapes and its closing ', found '''",
                "{'descr': u1} | the header is malformed at character 10: expected a quoted text, found 'u'",
                "{'descr': ('|u1', (2,))} | a structured dtype holds records, not pixels;"
                        + " save one of its fields as an array of its own, such as a['field']",
                "{'fortran_order': true} | the header is malformed at character 18: expected True or False, found 't'",
                "{'fortran_order': 0} | the header is malformed at character 18: expected True or False, found '0'",
                "{'shape': 4} | the header is malformed at character 10: expected '(', found '4'",
                "{'shape': (4, 4.5)} | the header is malformed at character 15: expected ')', found '.'",
                "{'shape': (4, x)} | the header is malformed at character 14: expected a length, found 'x'",
                "{'shape': (4, -)} | the header is malformed at character 15: expected a length, found ')'",
                "{'shape': (4, -4)} | the header claims an axis of length -4",
                "{'shape': (4, 1000000000000000000)} | the header claims an axis of length 1000000000000000000",
                "{'shape': (4, 4 | the header is malformed at character 15: expected ')', found the end",
                "{'shape': (4, 4)} + 1 | the header is malformed at character 18: expected the end, found '+'",
                "__import__('os').system('true') | the header is malformed at character 0: expected '{', found '_'",
                "{'descr': '<x4', 'fortran_order': False, 'shape': (1, 1)} | dtype <x4 isn't one that is read:"
                        + " b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8, c8, c16",
                "{'descr': '<f16', 'fortran_order': False, 'shape': (1, 1)} | dtype <f16 isn't one that is read:"
                        + " b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8, c8, c16",
                "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (1, 1)} | dtype <M8[ns] holds times, not pixels",
                "{'descr': '|V3', 'fortran_order': False, 'shape': (1, 1)} | dtype |V3 holds raw bytes or records,"
                        + " not pixels"
            })
    void saysWhereAHeaderIsMalformed(String both) throws IOException {
        int bar = both.lastIndexOf(" | ");
        Npy.write(file, both.substring(0, bar), new byte[16]);
        assertRefused(file, ": " + both.substring(bar + 3));
    }

    @Test
    void readsWhatIsOddButClear() throws IOException {
        for (String header : new String[] {
            "{\"shape\":(2,2),\"fortran_order\":False,\"descr\":\"|u1\"}",
            "  { 'shape' : ( 2L , 2L , ) , 'descr' : 'u1' , 'fortran_order' : False , }  \n",
            "{'descr': '=u1', 'fortran_order': True, 'shape': (2, 2), }"
        }) {
            Npy.write(file, header, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
            assertEquals("1 × 2 × 2", Npy.plan(file).shape().toString());
        }
    }

    @Test
    void refusesOtherFiles() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.npy")), ": the file is empty");
        String noNpy = ": not an .npy file: no \\x93NUMPY and version at its start";
        assertRefused(Files.writeString(folder.resolve("text.npy"), "Dear reader, this is no array.\n"), noNpy);
        assertRefused(Files.write(folder.resolve("six.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'}), noNpy);
        assertRefused(patched(0, 'X'), noNpy);
    }

    @Test
    void refusesLaterVersions() throws IOException {
        assertRefused(patched(6, 4), ": format version 4.0 isn't 1.0, 2.0 or 3.0");
        assertRefused(patched(6, 0), ": format version 0.0 isn't 1.0, 2.0 or 3.0");
        assertRefused(patched(7, 1), ": format version 1.1 isn't 1.0, 2.0 or 3.0");
        assertRefused(patched(6, 200), ": format version 200.0 isn't 1.0, 2.0 or 3.0");
    }

    @Test
    void refusesAHeaderLongerThanTheFile() throws IOException {
        assertRefused(patched(9, 0xff), ": the header claims a length of 65398 bytes, but only 178 follow");
    }

    @Test
    void refusesAHugeHeaderWithoutReadingIt() throws IOException {
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(Npy.fixture("version2.npy")), 1 << 20);
        bytes[10] = 2; // 2 × 65,536 more
        Files.write(file, bytes);
        assertRefused(file, ": a header of 131188 bytes is longer than the 65536 that any array of pixels needs");
        bytes[11] = (byte) 0xff; // not negative
        Files.write(file, bytes);
        IOException e = assertThrows(IOException.class, () -> Npy.plan(file));
        assertTrue(e.getMessage().contains("claims a length of 42783"), e.getMessage());
    }

    private Path patched(int position, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(Npy.fixture("u1-c.npy"));
        bytes[position] = (byte) value;
        return Files.write(file, bytes);
    }

    @Test
    void refusesFramesBeyondTheLimit() throws IOException {
        try (var channel =
                FileChannel.open(Npy.write(file, header("|u1", false, "(46341, 46341)")), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), 46341L * 46341 + 1000);
        }
        assertRefused(file, ": a frame of 46341 × 46341 × 1 holds more than 2147483647 samples");
    }

    @Test
    void namesFoldersAndMissingFiles() {
        assertRefused(folder, " is not a file");
        assertRefused(folder.resolve("missing.npy"), " does not exist");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void namesAFileThatMayNotBeRead() throws IOException {
        Files.copy(Npy.fixture("u1-c.npy"), file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        if (!Files.isReadable(file)) { // root may read everything
            assertRefused(file, " can't be read: permission denied");
        }
    }

    @Test
    void refusesAFileThatChangedAfterThePlan() throws IOException {
        Files.copy(Npy.fixture("u1-c.npy"), file);
        var plan = Npy.plan(file);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 150));
        assertThrows(IOException.class, () -> plan.open(Progress.none()));
        Files.copy(Npy.fixture("u2le-c.npy"), file, StandardCopyOption.REPLACE_EXISTING);
        IOException e = assertThrows(IOException.class, () -> plan.open(Progress.none()));
        assertEquals(file + ": the file has changed since it was looked at; open it again", e.getMessage());
    }

    @Test
    void readsALongerFileAndSaysSo() throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(Npy.fixture("u1-c.npy")), 128 + 60 + 7));
        assertTrue(Npy.plan(file).notes().contains("7 bytes behind the pixels are ignored, as numpy does"));
    }
}
