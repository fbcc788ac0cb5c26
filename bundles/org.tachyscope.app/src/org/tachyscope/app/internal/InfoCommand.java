package org.tachyscope.app.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.FrameStatistics;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Overview;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Budget;
import org.tachyscope.core.plan.Profile;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.plan.Weighing;
import org.tachyscope.core.recipe.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a source holds. */
@Command(
        name = "info",
        versionProvider = Common.class,
        description = {
            "Says what a source holds and what reading it will cost and lose, without reading its pixels.",
            "",
            "Prints what was found (loader, shape, pixel type, size), what of it is taken, what opening that costs"
                    + " (memory, disk, time, against the memory budget), what gets lost on the way and the rules that were"
                    + " applied. If it doesn't fit, says what can be done.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  tachyscope info frames/",
            "  tachyscope info --json stack.npy",
            "  tachyscope info --every 10 --crop auto --scale 1/2 frames/",
            "  tachyscope info --frames --loader-param onError=fill frames/"
        })
final class InfoCommand implements Callable<Integer> {

    private static final int SHOWN = 6;

    private final Session session;

    @Mixin
    Common common;

    @Mixin
    SourceOptions source;

    @Mixin
    ChoiceOptions choices;

    @Mixin
    MemoryOptions memory;

    @Option(names = "--json", description = "Print JSON, for other programs.")
    boolean json;

    @Option(
            names = "--frames",
            description =
                    "Open the source and list the names and times of its frames. Reads everything, unless the source"
                            + " is a file that can be mapped.")
    boolean frames;

    InfoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Ticker ticker = session.ticker()) {
            ticker.step("looking at " + source.path.getFileName());
            Sources.Planned planned = source.plan(session, ticker);
            Found found = found(planned, ticker);
            Plan.Cost cost = planned.plan().cost();
            Listing listed = new Listing(planned.plan().losses(), List.of(), Optional.empty());
            if (frames || cost.memoryBytes() == 0 && cost.readBytes() == 0) {
                ticker.step("opening " + source.path.getFileName());
                listed = list(planned, ticker);
            }
            ticker.close();
            session.print(json ? json(found, listed) : text(found, listed));
            return Exit.OK;
        }
    }

    /** What there is, what is taken of it, and what that costs. */
    private record Found(Sources.Planned planned, Chosen chosen, Verdict verdict) {

        /** Returns all losses, those that only opening showed and those that were chosen. */
        List<Loss> losses(Listing listing) {
            return Stream.concat(listing.losses().stream(), verdict.losses().stream())
                    .distinct()
                    .toList();
        }

        List<String> notes() {
            return Stream.of(planned.plan().notes(), planned.remarks(), chosen.notes())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private Found found(Sources.Planned planned, Ticker ticker) throws IOException {
        Budget budget = memory.budget();
        Chosen chosen = choices.of(planned, budget, session, ticker);
        Optional<Profile> profile = Profile.read(Profile.usualFile());
        Verdict verdict =
                new Weighing(session.catalog(), profile, budget).weigh(planned, chosen.choices(), memory.access);
        return new Found(planned, chosen, verdict);
    }

    private record Frame(long index, String name, String seconds) {}

    /** What is lost, as far as it is known, and the frames and values, if the source was opened and knows them. */
    private record Listing(List<Loss> losses, List<Frame> frames, Optional<FrameStatistics> values) {}

    private static Listing list(Sources.Planned planned, Ticker ticker) throws IOException {
        try (Stack stack = planned.plan().open(ticker)) {
            Metadata metadata = stack.metadata();
            List<Frame> list = new ArrayList<>();
            boolean timed = metadata.timing().seconds(0).isPresent();
            long count =
                    timed || !metadata.frameNames().isEmpty() ? stack.shape().frames() : 0;
            for (long i = 0; i < count; i++) {
                String name = metadata.frameNames().isEmpty()
                        ? ""
                        : metadata.frameNames().get((int) i);
                var seconds = metadata.timing().seconds(i);
                list.add(new Frame(i, name, seconds.isPresent() ? seconds.getAsDouble() + " s" : ""));
            }
            return new Listing(metadata.losses(), list, stack.overview().map(Overview::whole));
        }
    }

    private String text(Found found, Listing listing) {
        Sources.Planned planned = found.planned();
        Plan plan = planned.plan();
        Verdict verdict = found.verdict();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("source", source.path.toString()));
        rows.add(List.of(
                "loader", planned.loader().id() + " (" + planned.loader().label() + ")"));
        rows.add(List.of("shape", plan.shape() + "  =  " + Words.shape(plan.shape())));
        rows.add(List.of("type", Words.type(plan.type())));
        rows.add(List.of("size", Words.size(plan.shape(), plan.type()) + " as pixels"));
        if (choices.any()) {
            rows.add(List.of(
                    "taken",
                    Words.shape(verdict.shape()) + ", " + verdict.type() + ", "
                            + Words.size(verdict.shape(), verdict.type())));
        }
        rows.add(List.of("access", Words.access(verdict.way(), plan.cost())));
        rows.add(List.of(
                "budget", verdict.budget() + ", " + Size.text(verdict.budget().bytes()) + ": " + verdict(verdict)));
        List<Loss> losses = found.losses(listing);
        block(rows, "losses", losses.isEmpty() ? List.of("none known") : Words.losses(losses));
        block(rows, "notes", found.notes());
        block(rows, "values", listing.values().map(InfoCommand::words).stream().toList());
        plan.reports().forEach(report -> block(rows, report.title(), ReportWords.lines(report)));
        block(rows, "frames", shown(listing.frames()));
        return Words.aligned(rows);
    }

    private static String words(FrameStatistics values) {
        return String.format(
                Locale.ROOT,
                "min %.6g, max %.6g, mean %.6g, std %.6g",
                values.min(),
                values.max(),
                values.mean(),
                values.std());
    }

    private static String verdict(Verdict verdict) {
        return verdict.fits() ? "it fits" : "it doesn't fit; " + String.join(", or ", MemoryOptions.proposals(verdict));
    }

    private List<String> shown(List<Frame> list) {
        List<String> lines = new ArrayList<>();
        for (Frame frame : list) {
            if (frames
                    || list.size() <= SHOWN
                    || frame.index() < SHOWN / 2
                    || frame.index() >= list.size() - SHOWN / 2) {
                lines.add((frame.index() + "  " + frame.name() + "  " + frame.seconds()).stripTrailing());
            } else if (frame.index() == SHOWN / 2) {
                lines.add("…");
            }
        }
        return lines;
    }

    private static void block(List<List<String>> rows, String name, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            rows.add(List.of(i == 0 ? name : "", lines.get(i)));
        }
    }

    private String json(Found found, Listing listing) {
        Sources.Planned planned = found.planned();
        Plan plan = planned.plan();
        Shape shape = plan.shape();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("source", source.path.toString());
        tree.put("loader", planned.loader().id());
        tree.put("params", Parameters.toMap(planned.params()));
        tree.put("shape", List.of(shape.frames(), shape.height(), shape.width(), shape.channels()));
        tree.put("type", plan.type().name());
        tree.put("bytes", Size.of(shape, plan.type()));
        tree.put("access", plan.cost().access().name());
        tree.put("memoryBytes", plan.cost().memoryBytes());
        tree.put("diskBytes", plan.cost().diskBytes());
        tree.put("readBytes", plan.cost().readBytes());
        tree.put("taken", taken(found));
        tree.put("verdict", tree(found.verdict()));
        tree.put("losses", found.losses(listing).stream().map(InfoCommand::tree).toList());
        tree.put("notes", found.notes());
        tree.put("reports", plan.reports().stream().map(ReportWords::tree).toList());
        tree.put("frames", listing.frames().stream().map(InfoCommand::tree).toList());
        return Json.format(tree, "  ");
    }

    private static Map<String, Object> taken(Found found) {
        Verdict verdict = found.verdict();
        Shape shape = verdict.shape();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("shape", List.of(shape.frames(), shape.height(), shape.width(), shape.channels()));
        tree.put("type", verdict.type().name());
        tree.put("bytes", Size.of(shape, verdict.type()));
        tree.put(
                "steps",
                found.chosen().choices().recipe(found.planned()).operations().stream()
                        .map(step -> Map.of("id", step.id(), "params", step.params(), "thins", step.thins()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(Verdict verdict) {
        Map<String, Object> tree = new LinkedHashMap<>(tree(verdict.way()));
        tree.put("budgetBytes", verdict.budget().bytes());
        tree.put("fits", verdict.fits());
        tree.put("others", verdict.others().stream().map(InfoCommand::tree).toList());
        verdict.fittingStep().ifPresent(step -> tree.put("fittingStep", step));
        return tree;
    }

    private static Map<String, Object> tree(Verdict.Way way) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("access", way.access().name());
        tree.put("memoryBytes", way.memoryBytes());
        tree.put("diskBytes", way.diskBytes());
        way.seconds().ifPresent(seconds -> tree.put("seconds", seconds));
        return tree;
    }

    private static Map<String, Object> tree(Loss loss) {
        return Map.of("kind", loss.kind().name(), "count", loss.count(), "detail", loss.detail());
    }

    private static Map<String, Object> tree(Frame frame) {
        return Map.of("index", frame.index(), "name", frame.name(), "time", frame.seconds());
    }
}
