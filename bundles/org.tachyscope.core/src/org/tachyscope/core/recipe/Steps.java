package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Parameters;

/** Applies the operations and reductions of a recipe, whose parameters are plain values, to stacks. Safe for any thread. */
public final class Steps {

    private final Recipe recipe;
    private final Path base;
    private final Places places;
    private final Catalog catalog;

    /** Finds operations and reductions in a catalog, and relative names of files from the job's base folder. */
    public Steps(RecipeRunner.Job job, Catalog catalog) {
        recipe = job.recipe();
        base = job.base();
        places = new Places(job.name());
        this.catalog = catalog;
    }

    /**
     * Lists the files among the operations' parameters.
     *
     * @throws IOException in one sentence that begins with the step, if there is no such operation or a parameter is wrong
     */
    List<Targets.Input> inputs() throws IOException {
        List<Targets.Input> inputs = new ArrayList<>();
        for (int i = 0; i < recipe.operations().size(); i++) {
            Recipe.Step step = recipe.operations().get(i);
            String place = places.params("operations", i, step.id());
            var operation =
                    unlessRefused("", () -> catalog.operation(step.id())).service();
            Record values = unlessRefused("", () -> Parameters.fromMap(operation.defaults(), step.params(), place));
            unlessRefused(
                    place + ": ",
                    () -> Parameters.withFiles(values, file -> {
                        inputs.add(new Targets.Input("an input of " + step.id(), Path.of(resolved(file))));
                        return file;
                    }));
        }
        return inputs;
    }

    /**
     * Applies all operations, each to what came out of the one before.
     *
     * @param made gets each stack as soon as it is there, and owns it; also if the next operation refuses it
     * @throws IOException in one sentence that begins with the step, if there is no such operation or it refuses
     */
    public void apply(Stack source, Consumer<Stack> made) throws IOException {
        apply(source, 0, count(), made);
    }

    Catalog catalog() {
        return catalog;
    }

    /** Returns the number of operations. */
    int count() {
        return recipe.operations().size();
    }

    /** Returns the number of operations up to the last one that thins, itself included; 0 if none does. */
    public int thinning() {
        int last = count();
        while (last > 0 && !recipe.operations().get(last - 1).thins()) {
            last--;
        }
        return last;
    }

    /** Applies operations {@code from … to − 1}; otherwise the same as the other one. */
    void apply(Stack source, int from, int to, Consumer<Stack> made) throws IOException {
        Stack last = source;
        for (int i = from; i < to; i++) {
            Recipe.Step step = recipe.operations().get(i);
            String place = places.params("operations", i, step.id());
            last = apply(unlessRefused("", () -> catalog.operation(step.id())).service(), last, step.params(), place);
            made.accept(last);
        }
    }

    /**
     * Makes the fold of the recipe's reduction {@code index}.
     *
     * @throws IOException in one sentence that begins with the step, if there is no such reduction or it refuses
     */
    public Fold fold(int index, Stack stack) throws IOException {
        Recipe.Reduce step = recipe.reductions().get(index);
        String place = places.params("reductions", index, step.id());
        return fold(unlessRefused("", () -> catalog.reduction(step.id())).service(), stack, step.params(), place);
    }

    private <P extends Record> Stack apply(
            Operation<P> operation, Stack input, Map<String, Object> params, String place) throws IOException {
        P values = unlessRefused("", () -> Parameters.fromMap(operation.defaults(), params, place));
        return unlessRefused(place + ": ", () -> operation.apply(input, Parameters.withFiles(values, this::resolved)));
    }

    private static <P extends Record> Fold fold(
            Reduction<P> reduction, Stack stack, Map<String, Object> params, String place) throws IOException {
        P values = unlessRefused("", () -> Parameters.fromMap(reduction.defaults(), params, place));
        return unlessRefused(place + ": ", () -> reduction.fold(stack, values));
    }

    private String resolved(String file) {
        return base.resolve(file).normalize().toString();
    }

    private static <T> T unlessRefused(String prefix, Supplier<T> step) throws IOException {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new IOException(prefix + e.getMessage(), e);
        }
    }
}
