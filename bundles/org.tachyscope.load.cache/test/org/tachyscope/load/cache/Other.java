package org.tachyscope.load.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;

/** Is another process that uses the same cache. */
final class Other implements AutoCloseable {

    private final Process process;
    private final Path said;

    private Other(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts a process that does {@code what} and waits until it says that it has got there. */
    static Other start(Path folder, String what, Path cache, Path source) throws IOException, InterruptedException {
        Other other = begin(folder, what, cache, source);
        for (int tries = 0; tries < 1000 && !Files.exists(other.said); tries++) {
            Thread.sleep(20);
        }
        if (!Files.exists(other.said)) {
            other.close();
            throw new IOException("the other process didn't get there");
        }
        return other;
    }

    /** Starts a process that does {@code what}. */
    static Other begin(Path folder, String what, Path cache, Path source) throws IOException {
        Path said = folder.resolve(what + System.nanoTime() + ".said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        what,
                        cache.toString(),
                        source.toString(),
                        said.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("other.txt").toFile())
                .start();
        return new Other(process, said);
    }

    /** Waits for its end and returns its exit code. */
    int await() throws InterruptedException {
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** Kills it as a power cut would. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Does what a test asked for. */
    public static void main(String[] arguments) throws Exception {
        FileCache cache = Fake.cache(Path.of(arguments[1]));
        Path source = Path.of(arguments[2]);
        Path said = Path.of(arguments[3]);
        switch (arguments[0]) {
            case "open" -> {
                Fake.open(cache, source).close();
            }
            case "hold" -> {
                try (Stack stack = Fake.open(cache, source)) {
                    Files.createFile(said);
                    Thread.sleep(60_000L * stack.shape().frames());
                }
            }
            case "decode" -> {
                int[] frames = {0};
                cache.through(Fake.key(source), Fake.plan(source).before(() -> half(frames, said)))
                        .open(Progress.none())
                        .close();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void half(int[] frames, Path said) throws IOException {
        if (++frames[0] == 10) {
            Files.createFile(said);
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
