package org.tachyscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.npy.NpyLoader;

/**
 * Answers jobs line by line with milliseconds and a checksum. A job is a stack and words of the command line:
 *
 * <pre>
 *   u8 reduce mean | std                                           reductions in one pass
 *   u8 reduce-of subtract:reference=file a.npy => mean | std       reductions of the last operation's stack
 *   u8 fill subtract:reference=file a.npy | divide:constant 2      every frame of the last operation's stack, into memory
 * </pre>
 */
public final class Serve {

    private final Work work;
    private final Path folder;
    private final Map<String, Stack> stacks = new TreeMap<>();

    private Serve(Path folder, int threads) {
        this.folder = folder;
        work = new Work(threads);
    }

    /** Takes the folder with the stacks, {@code NAME.npy}, and the number of threads. */
    public static void main(String[] arguments) throws IOException {
        Serve serve = new Serve(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(serve.answer(line.split(" ", 3)));
        }
    }

    private String answer(String[] job) throws IOException {
        Stack stack = stack(job[0]);
        try {
            Work.Done done = switch (job[1]) {
                case "reduce" -> work.reduce(stack, job[2]);
                case "reduce-of" -> work.reduceOf(stack, job[2]);
                case "fill" -> work.fill(stack, job[2]);
                default -> throw new IllegalArgumentException("unknown work: " + job[1]);
            };
            return String.format(Locale.ROOT, "%.3f %.9e", done.nanos() * 1e-6, done.checksum());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return "- -";
        }
    }

    private Stack stack(String name) throws IOException {
        Stack open = stacks.get(name);
        if (open == null) {
            NpyLoader loader = new NpyLoader();
            open = loader.plan(folder.resolve(name + ".npy"), loader.defaults(), Progress.none())
                    .open(Progress.none());
            stacks.put(name, open);
        }
        return open;
    }
}
