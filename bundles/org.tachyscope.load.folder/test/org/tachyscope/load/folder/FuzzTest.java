package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tachyscope.opencv.OpenCv;

/**
 * Changes files at random, always the same way: whatever the bytes are, there are frames or a reason in one line, and never
 * another exception. {@code -Dtachyscope.fuzz=1000000} tries more than a build has time for, {@code -Dtachyscope.seed=2} others.
 */
class FuzzTest {

    private static final int RUNS = Integer.getInteger("tachyscope.fuzz", 400);
    private static final long SEED = Long.getLong("tachyscope.seed", 1);

    private final Path folder;

    FuzzTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void load() throws IOException {
        OpenCv.loadWithCodecs();
    }

    static Stream<String> files() {
        return Stream.of(
                "big.tif",
                "big-big-endian.tif",
                "tiles.tif",
                "planes-tiles.tif",
                "strips.tif",
                "deflate-tiles.tif",
                "lzw.tif",
                "packbits.tif",
                "imagej.tif",
                "thumbnail.tif",
                "exif_6.jpg",
                "text.csv",
                "decimal commas.txt",
                "gray.pgm",
                "colour.ppm",
                "samples.raw");
    }

    @ParameterizedTest
    @MethodSource("files")
    void damagedFilesGiveFramesOrAReason(String name) throws Exception {
        byte[] whole = original(name);
        Random random = new Random(SEED);
        Path file = folder.resolve(name);
        RawGeometry raw = new RawGeometry(5, 4, RawGeometry.Type.I16, RawGeometry.Order.BIG, 3);
        try (Decoder decoder = new Decoder(Images.params("raw.width=5", "raw.height=4"))) {
            for (int i = 0; i < RUNS; i++) {
                byte[] damaged = damage(whole, random, name);
                try {
                    Files.write(file, damaged);
                    look(file, raw, decoder);
                } catch (BrokenImage e) {
                    assertTrue(!e.reason().isBlank() && e.reason().lines().count() == 1, e.reason());
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("run " + i + " of seed " + SEED + " with " + name, e);
                }
            }
        }
    }

    private static void look(Path file, RawGeometry raw, Decoder decoder) throws BrokenImage {
        Head head = Head.read(file, raw);
        for (Picture picture :
                head.pictures().subList(0, Math.min(3, head.pictures().size()))) {
            if ((long) picture.width() * picture.height() < 1 << 20) {
                Layout layout = decoder.look(file, picture).layout();
                if (layout.bytes() < 1 << 22) {
                    decoder.decode(
                            file,
                            picture,
                            head.exif().orientation(),
                            Fit.turned(layout, head.exif().orientation()),
                            java.lang.foreign.Arena.ofAuto().allocate(layout.bytes(), 8));
                }
            }
        }
    }

    private static byte[] original(String name) throws IOException, URISyntaxException {
        return switch (name) {
            case "text.csv" -> "# m\nx,y,z\n1.5,-2,3e2\n0.25,5,nan\n".getBytes(StandardCharsets.US_ASCII);
            case "decimal commas.txt" -> "1,5\t2,5\t-3\n4\t5,25\t6e1\n".getBytes(StandardCharsets.US_ASCII);
            case "gray.pgm" -> pnm("P5\n# a comment\n7 5\n255\n", 35);
            case "colour.ppm" -> pnm("P6 7 5 65535\n", 7 * 5 * 6);
            case "samples.raw" -> new byte[3 + 5 * 4 * 2 * 3];
            default -> {
                URL url = Objects.requireNonNull(FuzzTest.class.getResource("fixtures/" + name));
                yield Files.readAllBytes(Path.of(url.toURI()));
            }
        };
    }

    private static byte[] pnm(String header, int samples) {
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(start.length + samples).put(start).array();
    }

    /** Changes bytes where the structure is, puts numbers there that break sums, and cuts, copies and grows. */
    private static byte[] damage(byte[] whole, Random random, String name) {
        byte[] changed = whole.clone();
        int structure = name.endsWith("tif") && random.nextBoolean() ? changed.length : Math.min(changed.length, 400);
        for (int k = random.nextInt(5); k >= 0; k--) {
            int at = random.nextInt(structure);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt();
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    Arrays.fill(
                            changed, at, Math.min(changed.length, at + random.nextInt(9)), (byte) -random.nextInt(2));
                default -> {
                    int from = random.nextInt(structure);
                    int bytes = Math.min(random.nextInt(16), changed.length - Math.max(at, from));
                    System.arraycopy(whole, from, changed, at, bytes);
                }
            }
        }
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(changed, random.nextInt(changed.length));
            case 1 -> Arrays.copyOf(changed, changed.length + random.nextInt(100));
            default -> changed;
        };
    }
}
