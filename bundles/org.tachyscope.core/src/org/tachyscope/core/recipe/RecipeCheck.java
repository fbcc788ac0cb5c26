package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Contributed;
import org.tachyscope.core.FileNames;
import org.tachyscope.core.Parameters;

/** Finds out whether everything that a recipe names is there, and whether its parameters fit. */
public final class RecipeCheck {

    private final Catalog catalog;
    private final Places places;

    private RecipeCheck(Catalog catalog, Places places) {
        this.catalog = catalog;
        this.places = places;
    }

    /**
     * Checks ids, parameters and file name extensions, without looking at the source.
     *
     * @param name the recipe's file name, put in front of every complaint; empty for a recipe that came from no file
     * @throws IOException in one sentence with the path of the first bad field
     */
    public static void check(Recipe recipe, Catalog catalog, String name) throws IOException {
        new RecipeCheck(catalog, new Places(name)).check(recipe);
    }

    private void check(Recipe recipe) throws IOException {
        if (recipe.source().loader().isPresent()) {
            String id = recipe.source().loader().get();
            var loader = known(places.field("source.loader"), () -> catalog.loader(id));
            params(loader.service().defaults(), recipe.source().params(), places.field("source.params"));
        }
        for (int i = 0; i < recipe.operations().size(); i++) {
            Recipe.Step step = recipe.operations().get(i);
            var operation = known(places.id("operations", i), () -> catalog.operation(step.id()));
            params(operation.service().defaults(), step.params(), places.params("operations", i, step.id()));
        }
        outputs("", recipe.outputs());
        for (int i = 0; i < recipe.reductions().size(); i++) {
            reduction(i, recipe.reductions().get(i));
        }
    }

    private void reduction(int i, Recipe.Reduce step) throws IOException {
        var reduction = known(places.id("reductions", i), () -> catalog.reduction(step.id()));
        params(reduction.service().defaults(), step.params(), places.params("reductions", i, step.id()));
        outputs("reductions[" + i + "].", step.outputs());
    }

    private void outputs(String of, List<Recipe.Output> outputs) throws IOException {
        for (int k = 0; k < outputs.size(); k++) {
            output(places.field(of + "outputs[" + k + "]"), outputs.get(k));
        }
    }

    private void output(String place, Recipe.Output output) throws IOException {
        Optional<String> id = output.exporter();
        if (id.isPresent()) {
            var exporter = known(place + ".exporter", () -> catalog.exporter(id.get()));
            params(exporter.service().defaults(), output.params(), place + ".params");
            return;
        }
        String extension = FileNames.extension(Path.of(output.file()));
        List<String> known = catalog.exporters().stream()
                .flatMap(exporter -> exporter.service().extensions().stream())
                .distinct()
                .toList();
        if (!known.contains(extension)) {
            throw new IOException(place + ".file: no exporter writes \"" + output.file() + "\"; known: "
                    + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }

    private static <S> Contributed<S> known(String place, Supplier<Contributed<S>> find) throws IOException {
        try {
            return find.get();
        } catch (IllegalArgumentException e) {
            throw new IOException(place.isEmpty() ? e.getMessage() : place + ": " + e.getMessage(), e);
        }
    }

    private static void params(Record defaults, Map<String, Object> values, String place) throws IOException {
        try {
            Parameters.fromMap(defaults, values, place);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
