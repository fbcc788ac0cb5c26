package org.tachyscope.core.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.PixelType;

/** Runs the equivalence test in a Java of its own whose vectors are as narrow as those of lesser processors. */
class NarrowVectorsTest {

    private static final int[] SIZES = {0, 1, 7, 8, 15, 16, 17, 31, 33, 65, 1000};
    private static final int[] FRAMES = {1, 3, 8, 9, 257};

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void giveTheSameBits(int bits) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:MaxVectorSize=" + bits / 8,
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NarrowVectorsTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("vectors of %d bits agree".formatted(bits), said.strip());
        assertEquals(0, java.waitFor());
    }

    /** Says how wide vectors are here, if they agree with scalars. */
    public static void main(String[] arguments) {
        for (PixelType type : PixelType.values()) {
            TileMomentsTest.assertEqualBits(type, SIZES, FRAMES, FRAMES);
        }
        VectorRunsTest.assertEqualBits();
        System.out.printf("vectors of %d bits agree%n", VectorKernels.bits());
    }
}
