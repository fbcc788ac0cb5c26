package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.Window;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.Sources;
import org.tachyscope.core.recipe.Choices;
import org.tachyscope.core.recipe.Recipe;

/** Turns the steps that a person typed into a recipe. */
final class Order {

    private final List<Named> operations = new ArrayList<>();
    private final List<Recipe.Output> outputs;
    private final List<Ordered<?>> reductions = new ArrayList<>();

    private record Named(String id, Record params) {}

    private record Ordered<P extends Record>(String id, Reduction<P> reduction, P params) {

        static <P extends Record> Ordered<P> of(Step step, Reduction<P> reduction) {
            P params = Parameters.fromText(reduction.defaults(), step.assignments(), step.id());
            return new Ordered<>(step.id(), reduction, params);
        }

        String[] files(Window all) {
            return Kinds.files(reduction, all, params);
        }
    }

    /**
     * Looks up what was typed.
     *
     * @param outputs files that the processed stack is written to
     * @throws IllegalArgumentException if a step or a parameter is unknown or wrong
     */
    Order(Catalog catalog, List<Step> operations, List<String> outputs, List<Step> reductions) {
        this.outputs = outputs.stream().map(Order::output).toList();
        for (Step step : operations) {
            Record defaults = catalog.operation(step.id()).service().defaults();
            Record params = Parameters.fromText(defaults, step.assignments(), step.id());
            this.operations.add(new Named(step.id(), params));
        }
        for (Step step : reductions) {
            this.reductions.add(Ordered.of(step, catalog.reduction(step.id()).service()));
        }
    }

    /** Gives each step the parameters {@code ID.NAME=VALUE} that name it. */
    static List<Step> assign(List<Step> steps, List<String> params) {
        for (String param : params) {
            if (steps.stream().noneMatch(step -> param.startsWith(step.id() + "."))) {
                throw new IllegalArgumentException(
                        "--param " + param + ": must begin with one of the reductions and a dot, such as "
                                + steps.getFirst().id() + ".NAME=VALUE");
            }
        }
        return steps.stream()
                .map(step -> step.with(params.stream()
                        .filter(param -> param.startsWith(step.id() + "."))
                        .map(param -> param.substring(step.id().length() + 1))
                        .toList()))
                .toList();
    }

    /**
     * Returns the recipe that makes all results of a source and writes them to {@code out}.
     *
     * @param choices what is taken of the source
     * @param terminal knows the folder that typed names of files start from
     */
    Recipe recipe(Sources.Planned planned, Choices choices, Path out, Terminal terminal) throws IOException {
        String base = SourceOptions.baseName(planned.source());
        Window all = Window.all(planned.plan().shape(), planned.plan().type());
        Map<String, Integer> used = new HashMap<>();
        List<Recipe.Reduce> steps = new ArrayList<>();
        for (Ordered<?> ordered : reductions) {
            int times = used.merge(ordered.id(), 1, Integer::sum);
            String name = base + "_" + ordered.id() + (times == 1 ? "" : "-" + times);
            List<Recipe.Output> outputs = Stream.of(ordered.files(all))
                    .map(extension -> output(name + "." + extension))
                    .toList();
            steps.add(new Recipe.Reduce(ordered.id(), Parameters.toMap(ordered.params()), outputs));
        }
        Recipe.Source source = new Recipe.Source(
                path(planned.source(), out), Optional.of(planned.loader().id()), Parameters.toMap(planned.params()));
        Path folder = real(out);
        List<Recipe.Step> applied = new ArrayList<>(
                choices.steps(planned.plan().shape(), planned.plan().type()));
        operations.stream()
                .map(step -> new Recipe.Step(
                        step.id(),
                        Parameters.toMap(Parameters.withFiles(
                                step.params(), typed -> near(terminal.resolve(Path.of(typed)), folder)))))
                .forEach(applied::add);
        return new Recipe(source, applied, outputs, steps, Optional.empty());
    }

    private static Recipe.Output output(String file) {
        return new Recipe.Output(file, Optional.empty(), Map.of());
    }

    /** Names the source as seen from the output folder, so that both can move together; otherwise absolutely. */
    private static String path(Path source, Path out) throws IOException {
        return near(source.toRealPath(), real(out));
    }

    /** Leaves a folder that isn't there yet for others to make. */
    private static Path real(Path folder) throws IOException {
        return Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
    }

    private static String near(Path file, Path folder) {
        boolean near = folder.getNameCount() > 1 && file.startsWith(folder.getParent());
        Path path = near ? folder.relativize(file) : file;
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
