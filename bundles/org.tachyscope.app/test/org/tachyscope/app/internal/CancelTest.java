package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sends real signals to a real process that is reducing 64 GiB. */
@DisabledOnOs(OS.WINDOWS)
class CancelTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeALargeStack() throws IOException {
        Arrays.sparse(folder.resolve("big.npy"), "|u1", "(16777216, 64, 64)", 1L << 36);
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Plain.class.getName(),
                "reduce",
                "--op",
                "mean,std",
                "big.npy",
                "--out",
                "out"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    /** Waits for a report of progress: by then frames are being reduced, and the code that does it is compiled. */
    private void untilItWorks(Process process) throws IOException, InterruptedException {
        while (process.isAlive() && !said().contains("reducing: ")) {
            Thread.sleep(20);
        }
        assertTrue(process.isAlive(), said());
    }

    private int signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still runs 20 s after the signal");
        return process.exitValue();
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void ctrlCEndsWith130AndLeavesNothingBehind() throws IOException, InterruptedException {
        Process process = start();
        untilItWorks(process);
        assertEquals(130, signal(process, "INT"), said());
        assertEquals(List.of(), written());
        assertTrue(said().contains("tachyscope: cancelled"), said());
    }

    @Test
    void terminateIsTheSame() throws IOException, InterruptedException {
        Process process = start();
        untilItWorks(process);
        assertEquals(130, signal(process, "TERM"), said());
        assertEquals(List.of(), written());
    }

    /** On a machine so busy that what is being folded can't be finished in time, there is nothing to keep. */
    @Test
    void partialResultsAreKeptIfAskedForAndSaySo() throws IOException, InterruptedException {
        Process process = start("--keep-partial");
        untilItWorks(process);
        assertEquals(130, signal(process, "INT"), said());
        if (said().contains("tachyscope: cancelled; no file is half-written")) {
            assertEquals(List.of(), written());
            return;
        }
        assertTrue(said().contains("of 16777216 frames; the results of these frames were written"), said());
        assertEquals(
                List.of("big_mean.npy", "big_mean.png", "big_recipe.json", "big_std.npy", "big_std.png"), written());
        assertTrue(Files.readString(folder.resolve("out/big_recipe.json")).contains("\"kind\": \"PARTIAL\""));
    }
}
