package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Destination;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Files that numpy wrote, and what others may hand us under that name. */
class NpzTest {

    private static final Shape SHAPE = new Shape(4, 5, 6, 1);

    private final NpzLoader loader = new NpzLoader();
    private final Path folder;
    private final Path file;

    NpzTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("x.npz");
    }

    private Plan plan(Path npz, String entry) throws IOException {
        NpzParams defaults = loader.defaults();
        return loader.plan(
                npz,
                new NpzParams(entry, defaults.axes(), defaults.complex(), defaults.values(), 1, 0),
                Progress.none());
    }

    private static double[] samples(Plan plan) throws IOException {
        try (Stack stack = plan.open(Progress.none())) {
            return Npy.samples(stack);
        }
    }

    private void refused(String sentence) {
        IOException e = assertThrows(IOException.class, () -> samples(plan(file, "")));
        assertEquals(file + sentence, e.getMessage());
    }

    /** Returns an {@code .npy} file of bytes that count up. */
    private byte[] array(String descr, String shape, int bytes) throws IOException {
        byte[] pixels = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            pixels[i] = (byte) i;
        }
        return Files.readAllBytes(Npy.write(folder.resolve("a.npy"), Npy.header(descr, false, shape), pixels));
    }

    private void zip(int method, String name, byte[] content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(method);
            if (method == ZipEntry.STORED) {
                CRC32 crc = new CRC32();
                crc.update(content);
                entry.setCrc(crc.getValue());
                entry.setSize(content.length);
            }
            out.putNextEntry(entry);
            out.write(content);
        }
    }

    @Test
    void storedArrayIsMapped() throws IOException {
        Plan plan = plan(Npy.fixture("stored.npz"), "");
        assertEquals(new Plan.Cost(0, 0, 0, Plan.Access.MAPPED), plan.cost());
        assertEquals(SHAPE, plan.shape());
        try (Stack stack = plan.open(Progress.none())) {
            assertTrue(stack.contiguous().isPresent());
            assertEquals("stored.npz stack", stack.metadata().name());
            double[] samples = Npy.samples(stack);
            for (int i = 0; i < samples.length; i++) {
                assertEquals(i * 7, samples[i]);
            }
        }
    }

    @Test
    void packedArraysAreUnpackedAndConverted() throws IOException {
        Path npz = Npy.fixture("packed.npz");
        assertEquals(240, plan(npz, "").cost().memoryBytes());
        double[] stack = samples(plan(npz, "stack"));
        double[] signed = samples(plan(npz, "signed.npy"));
        double[] fortran = samples(plan(npz, "fortran"));
        double[] wave = samples(plan(npz, "wave"));
        for (int i = 0; i < stack.length; i++) {
            assertEquals(i * 7, stack[i]);
            assertEquals(i * 7 - 300, signed[i]);
            assertEquals(i * 7, fortran[i]);
            assertEquals(1, wave[i], 1e-6);
        }
        assertEquals(PixelType.F32, plan(npz, "signed").type());
    }

    @Test
    void valuesOfAPackedArrayMayBeMapped() throws IOException {
        double[] samples = samples(loader.plan(
                Npy.fixture("packed.npz"),
                new NpzParams("signed", Axes.AUTO, ComplexPart.MAGNITUDE, Values.MIN_MAX, 1, 0),
                Progress.none()));
        assertEquals(0, samples[0]);
        assertEquals(1, samples[119]);
        assertEquals(0.5, (samples[59] + samples[60]) / 2, 1e-6);
    }

    @Test
    void packedArrayIsUnpackedWhereOneWantsIt() throws IOException {
        MemorySegment memory = Arena.ofAuto().allocate(480, 64);
        List<Long> complete = new ArrayList<>();
        Destination destination = new Destination() {
            @Override
            public MemorySegment allocate(Shape shape, PixelType type) {
                assertEquals(SHAPE, shape);
                return memory.asSlice(0, shape.samples() * type.bytes());
            }

            @Override
            public void completed(long index) {
                complete.add(index);
            }
        };
        for (String name : List.of("stack", "signed")) {
            complete.clear();
            try (Stack stack = plan(Npy.fixture("packed.npz"), name).open(Progress.none(), destination)) {
                assertEquals(memory.address(), stack.contiguous().orElseThrow().address());
            }
            assertEquals(List.of(0L, 1L, 2L, 3L), complete);
        }
        assertEquals(119 * 7 - 300, PixelType.F32.get(memory, 119));
    }

    @Test
    void arraysAreListed() throws IOException {
        Plan plan = plan(Npy.fixture("stored.npz"), "");
        assertEquals(
                "stack of 3 arrays; the others are line, words (entry=NAME)",
                plan.notes().getFirst());
        Plan.Report report = plan.reports().getFirst();
        assertEquals("arrays", report.title());
        assertEquals(
                List.of("line", "stack", "words"),
                ((Column.Texts) report.table().columns().getFirst()).values());
    }

    @Test
    void unknownArrayIsRefusedWithTheKnownOnes() {
        Path npz = Npy.fixture("packed.npz");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> plan(npz, "stck"));
        assertEquals(npz + ": there is no array stck; known: stack, signed, fortran, wave", e.getMessage());
    }

    @Test
    void arrayThatMakesNoStackIsRefusedByItsName() {
        Path npz = Npy.fixture("stored.npz");
        IOException e = assertThrows(IOException.class, () -> plan(npz, "words"));
        assertTrue(e.getMessage().startsWith(npz + ": words.npy: dtype <U1 holds texts"), e.getMessage());
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        Files.writeString(file, "PK? Not at all.");
        refused(": not a zip file, as an .npz is");
        Files.write(file, new byte[0]);
        refused(": the file is empty");
    }

    @Test
    void entryThatLeadsOutOfTheFolderIsRefused() throws IOException {
        for (String name : List.of("../../x", "a/../../x.npy", "/etc/x.npy", "C:x.npy", "..\\x.npy")) {
            zip(ZipEntry.DEFLATED, name, array("|u1", "(1, 2, 2)", 4));
            refused(": the entry \"" + name + "\" leads out of the file's folder; such files are refused");
        }
    }

    @Test
    void anArrayOfZerosMayBePackedAThousandTimes() throws IOException {
        byte[] zeros = Arrays.copyOf(array("|u1", "(10, 1000, 1000)", 0), 10_000_000 + 64);
        int header = array("|u1", "(10, 1000, 1000)", 0).length;
        zip(ZipEntry.DEFLATED, "zeros.npy", Arrays.copyOf(zeros, header + 10_000_000));
        assertTrue(Files.size(file) < 12_000);
        Plan plan = plan(file, "");
        assertEquals(10_000_000, plan.cost().memoryBytes(), "the plan says what it comes to");
        try (Stack stack = plan.open(Progress.none())) {
            assertEquals(10_000_000, stack.contiguous().orElseThrow().byteSize());
        }
    }

    @Test
    void entryThatUnpacksToMoreThanItSaysIsRefused() throws IOException {
        byte[] array = array("|u1", "(1, 2, 2)", 4);
        zip(ZipEntry.DEFLATED, "a.npy", Arrays.copyOf(array, 1_000_000));
        // The directory's size of the unpacked data, 24 bytes into the entry, says less.
        changeInt(Zip.read(file, NpyLoader.channel(file)), 24, array.length);
        refused(": a.npy unpacks to more than the " + array.length + " bytes that the directory says");
    }

    @Test
    void headerThatClaimsMoreThanTheDirectoryIsRefused() throws IOException {
        zip(ZipEntry.DEFLATED, "bomb.npy", array("|u1", "(1000000, 1000, 1000)", 4));
        IOException e = assertThrows(IOException.class, () -> plan(file, ""));
        assertTrue(
                e.getMessage()
                        .startsWith(file + ": bomb.npy: the header claims 1000000 × 1000 × 1000 |u1 = 1000000000000"),
                e.getMessage());
    }

    @Test
    void damagedDataIsRefused() throws IOException {
        zip(ZipEntry.DEFLATED, "a.npy", array("|u1", "(1, 2, 2)", 4));
        changeInt(Zip.read(file, NpyLoader.channel(file)), 16, 12345);
        refused(": a.npy: the checksum is wrong; the file is damaged");
    }

    /** Changes a number of the only entry of the directory. */
    private void changeInt(Zip zip, int at, int value) throws IOException {
        assertEquals(1, zip.entries().size());
        byte[] all = Files.readAllBytes(file);
        int name = zip.entries().getFirst().name().length();
        int central = all.length - 22 - 46 - name;
        for (int i = 0; i < 4; i++) {
            all[central + at + i] = (byte) (value >>> 8 * i);
        }
        Files.write(file, all);
    }

    @Test
    void fileThatChangesAfterThePlanIsRefused() throws IOException {
        for (String fixture : List.of("stored.npz", "packed.npz")) {
            Files.copy(Npy.fixture(fixture), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Plan plan = plan(file, "stack");
            zip(ZipEntry.DEFLATED, "stack.npy", array("|u1", "(1, 2, 2)", 4));
            IOException e = assertThrows(IOException.class, () -> plan.open(Progress.none()));
            assertEquals(file + ": the file has changed since it was looked at; open it again", e.getMessage());
        }
    }

    @Test
    void onlyZipsOfThatNameAreForThisLoader() throws IOException {
        assertEquals(Loader.CERTAIN, loader.score(Probe.of(Npy.fixture("stored.npz"))));
        Files.writeString(file, "hello");
        assertEquals(Loader.MAYBE, loader.score(Probe.of(file)), "to say what is wrong with it");
        zip(ZipEntry.STORED, "a.npy", array("|u1", "(1, 2, 2)", 4));
        Path other = Files.copy(file, folder.resolve("x.zip"));
        assertEquals(Loader.NO, loader.score(Probe.of(other)));
    }

    @Test
    void survivesRandomChanges() throws IOException {
        Random random = new Random(8);
        for (String fixture : List.of("stored.npz", "packed.npz")) {
            byte[] valid = Files.readAllBytes(Npy.fixture(fixture));
            for (int round = 0; round < 3000; round++) {
                byte[] changed = valid.clone();
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                read(changed, fixture + " round " + round);
            }
        }
    }

    @Test
    void survivesAnyChangedByteOfTheDirectory() throws IOException {
        zip(ZipEntry.DEFLATED, "a.npy", array("|u1", "(1, 2, 2)", 4));
        byte[] valid = Files.readAllBytes(file);
        for (int at = 0; at < valid.length; at++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                byte[] changed = valid.clone();
                changed[at] = (byte) value;
                read(changed, "byte " + at + " = " + value);
            }
        }
    }

    @Test
    void survivesAnyTruncation() throws IOException {
        byte[] valid = Files.readAllBytes(Npy.fixture("packed.npz"));
        for (int length = 0; length < valid.length; length++) {
            read(Arrays.copyOf(valid, length), "length " + length);
        }
    }

    private void read(byte[] bytes, String what) throws IOException {
        Files.write(file, bytes);
        try {
            samples(plan(file, ""));
        } catch (IOException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.startsWith(file.toString()), what + ": " + message);
            assertFalse(message.chars().anyMatch(Character::isISOControl), what + ": " + message);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
    }
}
