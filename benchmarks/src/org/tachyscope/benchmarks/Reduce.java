package org.tachyscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.run.Outcome;
import org.tachyscope.core.run.Runner;
import org.tachyscope.load.npy.NpyLoader;
import org.tachyscope.ops.Max;
import org.tachyscope.ops.Mean;
import org.tachyscope.ops.Min;
import org.tachyscope.ops.Std;

/** Answers jobs such as {@code mean u8}, line by line, with milliseconds and a checksum. */
public final class Reduce {

    private static final Map<String, Reduction<?>> REDUCTIONS =
            Map.of("mean", new Mean(), "std", new Std(), "min", new Min(), "max", new Max());

    private Reduce() {}

    /** Takes the folder with {@code u8.npy} and {@code f32.npy}, and the number of threads. */
    public static void main(String[] arguments) throws IOException {
        Runner runner = new Runner(Integer.parseInt(arguments[1]));
        Map<String, Stack> stacks = new TreeMap<>();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] job = line.split(" ");
            if (!stacks.containsKey(job[1])) {
                stacks.put(job[1], open(Path.of(arguments[0], job[1] + ".npy")));
            }
            answer(runner, stacks.get(job[1]), job[0]);
        }
    }

    private static Stack open(Path file) throws IOException {
        NpyLoader loader = new NpyLoader();
        return loader.plan(file, loader.defaults(), Progress.none()).open(Progress.none());
    }

    private static void answer(Runner runner, Stack stack, String what) throws IOException {
        List<String> names = what.equals("all") ? List.of("mean", "std", "min", "max") : List.of(what);
        long start = System.nanoTime();
        List<Fold> folds =
                names.stream().map(name -> fold(REDUCTIONS.get(name), stack)).toList();
        Outcome outcome = runner.run(stack, folds, Progress.none());
        long took = System.nanoTime() - start;
        double sum = 0;
        for (Result result : outcome.results()) {
            sum += sum((Frame) result);
        }
        System.out.printf(Locale.ROOT, "%.3f %.6e%n", took * 1e-6, sum);
    }

    private static <P extends Record> Fold fold(Reduction<P> reduction, Stack stack) {
        return reduction.fold(stack.shape(), stack.type(), reduction.defaults());
    }

    private static double sum(Frame frame) {
        double sum = 0;
        for (int i = 0; i < frame.samples(); i++) {
            sum += frame.sample(i);
        }
        return sum;
    }
}
