package org.tachyscope.load.video;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Stack;

/** Makes videos whose frames show their own number, with the {@code ffmpeg} of the system. */
final class Videos {

    static final int WIDTH = 160;
    static final int HEIGHT = 48;

    private static final int BITS = 10;
    private static final int CELL = WIDTH / BITS;

    private Videos() {}

    /**
     * Makes a video of frames that show 0, 1, 2 … in black and white cells, 25 a second.
     *
     * @param options what {@code ffmpeg} is told between its input and its output, separated by spaces
     */
    static Path of(int frames, Path file, String options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT));
        command.addAll(List.of("-r", "25", "-i", "-"));
        command.addAll(List.of(options.split(" ")));
        command.add(file.toString());
        Process process = start(command);
        try (OutputStream out = process.getOutputStream()) {
            for (int i = 0; i < frames; i++) {
                out.write(picture(i));
            }
        }
        finish(process, command);
        return file;
    }

    /** Makes a file of another one. */
    static Path from(Path source, Path file, String before, String after) throws IOException {
        List<String> command = new ArrayList<>();
        if (!before.isEmpty()) {
            command.addAll(List.of(before.split(" ")));
        }
        command.addAll(List.of("-i", source.toString()));
        command.addAll(List.of(after.split(" ")));
        command.add(file.toString());
        Process process = start(command);
        process.getOutputStream().close();
        finish(process, command);
        return file;
    }

    private static Process start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "ffmpeg is missing, which makes the videos (Debian: apt-get install ffmpeg)", e);
        }
    }

    private static void finish(Process process, List<String> command) throws IOException {
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("ffmpeg " + String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] picture(int number) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            boolean set = (number >> (i % WIDTH / CELL) & 1) == 1;
            pixels[i] = (byte) (set ? 230 : 20);
        }
        return pixels;
    }

    /** Reads the number that a frame shows, of one channel or three. */
    static int number(Frame frame) {
        int bright = frame.samples() == 0 ? 0 : middle(frame);
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            double value = frame.sample(HEIGHT / 2, bit * CELL + CELL / 2, 0);
            number |= (value > bright ? 1 : 0) << bit;
        }
        return number;
    }

    /** Half of what the brightest sample can be: frame 0 is dark all over. */
    private static int middle(Frame frame) {
        long peak = 0;
        for (long i = 0; i < frame.samples(); i++) {
            peak = Math.max(
                    peak,
                    switch (frame.type()) {
                        case U8 -> frame.pixels().get(JAVA_BYTE, i) & 0xff;
                        case U16 -> frame.pixels().get(JAVA_SHORT_UNALIGNED, 2 * i) & 0xffff;
                        case F32 -> throw new IllegalArgumentException("videos have no F32");
                    });
        }
        int bits = frame.type().bytes() == 1 ? 8 : peak < 1 << 10 ? 10 : peak < 1 << 12 ? 12 : 16;
        return 1 << (bits - 1);
    }

    /** Returns a loader that keeps no index. */
    static VideoLoader loader() {
        return new VideoLoader(Optional.empty());
    }

    static Plan plan(Path file) throws IOException {
        VideoLoader loader = loader();
        return loader.plan(file, loader.defaults(), Progress.none());
    }

    static Stack open(Path file) throws IOException {
        return plan(file).open(Progress.none());
    }

    /** Returns the first bytes of a file. */
    static Path cut(Path file, Path to, long bytes) throws IOException {
        return Files.write(to, Arrays.copyOf(Files.readAllBytes(file), (int) bytes));
    }
}
