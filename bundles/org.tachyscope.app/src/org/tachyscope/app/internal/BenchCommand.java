package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.core.plan.MachineBench;
import org.tachyscope.core.plan.Profile;
import org.tachyscope.core.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures this machine. */
@Command(
        name = "bench",
        versionProvider = Common.class,
        description = {
            "Measures how fast this machine is: its memory, every reduction and operation, plug-ins included, and the"
                    + " decoding of images.",
            "",
            "Takes a minute or two. Rates count the bytes of pixels that go in. They are kept, and 'run --explain' and"
                    + " 'reduce --explain' estimate times from them. Measure on a machine that does nothing else.",
            ""
        },
        footer = {"", "Examples:", "  tachyscope bench", "  tachyscope bench --only mean,std --threads 1"})
final class BenchCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    CommandSpec spec;

    @Mixin
    Common common;

    @Option(
            names = "--only",
            paramLabel = "ID",
            split = ",",
            description = "Measure only these reductions and operations, and don't keep the result.")
    Set<String> only = Set.of();

    @Option(names = "--threads", paramLabel = "N", description = "Measure with N threads instead of one a processor.")
    int threads = Runner.defaultThreads();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "0.5",
            description = "Spend this time on each rate. Default: ${DEFAULT-VALUE}.")
    double seconds;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Keep the result in this file instead of the user's own state folder.")
    Optional<Path> to = Optional.empty();

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, got " + threads);
        }
        refuseUnknown();
        Predicate<String> wanted = only.isEmpty() ? _ -> true : only::contains;
        Profile profile;
        try (Ticker ticker = session.ticker()) {
            profile = new MachineBench(session.catalog(), threads, wanted, seconds).profile(ticker);
            if (only.isEmpty()) {
                profile = profile.withLoaders(new DecodeBench(session.catalog()).rates(ticker));
            }
        }
        session.print(text(profile));
        if (only.isEmpty()) {
            Path file = to.map(session.terminal()::resolve).orElseGet(Profile::usualFile);
            profile.write(file);
            session.print("kept in " + file);
        }
        return Exit.OK;
    }

    private void refuseUnknown() {
        for (String id : only) {
            boolean known = session.catalog().reductions().stream()
                            .anyMatch(one -> one.id().equals(id))
                    || session.catalog().operations().stream()
                            .anyMatch(one -> one.id().equals(id));
            if (!known) {
                throw new ParameterException(
                        spec.commandLine(), "--only: unknown reduction or operation \"" + id + "\"");
            }
        }
    }

    private static String text(Profile profile) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("processor", profile.processor() + ", " + Words.count(profile.threads(), "thread")));
        profile.memory().forEach((name, rate) -> rows.add(List.of("memory " + name, gigabytes(rate))));
        profile.loaders().forEach((name, rate) -> rows.add(List.of("decode ." + name, gigabytes(rate))));
        rates(rows, "reductions", profile.reductions());
        rates(rows, "operations", profile.operations());
        return Words.aligned(rows);
    }

    private static void rates(List<List<String>> rows, String title, Map<String, Map<PixelType, Double>> rates) {
        if (rates.isEmpty()) {
            return;
        }
        List<String> head = new ArrayList<>(List.of(title));
        for (PixelType type : PixelType.values()) {
            head.add(type.name());
        }
        rows.add(head);
        rates.forEach((id, byType) -> {
            List<String> row = new ArrayList<>(List.of("  " + id));
            for (PixelType type : PixelType.values()) {
                Double rate = byType.get(type);
                row.add(rate == null ? "-" : gigabytes(rate));
            }
            rows.add(row);
        });
    }

    private static String gigabytes(double rate) {
        return String.format(Locale.ROOT, rate < 1e9 ? "%.3f GB/s" : "%.1f GB/s", rate / 1e9);
    }
}
