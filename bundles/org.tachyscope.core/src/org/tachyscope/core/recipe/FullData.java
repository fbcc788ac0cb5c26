package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tachyscope.api.data.Box;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.FileNames;
import org.tachyscope.core.Parameters;

/**
 * Makes of a recipe the same on full data: without the steps that only take less of it. Regions behind a crop or a binning move to
 * where they lie in whole frames; everything else stays as it was written, numbers of frames included. Files get names of their
 * own: {@code a_mean.npy} becomes {@code a_mean_full.npy}.
 */
public final class FullData {

    private final Catalog catalog;
    private final Places places;
    private Regions regions = Regions.SAME;
    private Optional<String> obstacle = Optional.empty();

    private FullData(Catalog catalog, Places places) {
        this.catalog = catalog;
        this.places = places;
    }

    /**
     * Returns the recipe on full data.
     *
     * @param name the recipe's file name, put in front of complaints; empty for a recipe that came from no file
     * @throws IOException in one sentence with the step, if something is unknown or a region can't be taken over
     */
    public static Recipe of(Recipe recipe, Catalog catalog, String name) throws IOException {
        RecipeCheck.check(recipe, catalog, name);
        return new FullData(catalog, new Places(name)).of(recipe);
    }

    private Recipe of(Recipe recipe) throws IOException {
        if (recipe.operations().stream().noneMatch(Recipe.Step::thins)) {
            throw new IOException(places.field("operations") + ": the recipe is on full data already");
        }
        List<Recipe.Step> operations = new ArrayList<>();
        for (int i = 0; i < recipe.operations().size(); i++) {
            Recipe.Step step = recipe.operations().get(i);
            if (step.thins()) {
                leave(step);
            } else {
                operations.add(kept(i, step));
            }
        }
        List<Recipe.Reduce> reductions = new ArrayList<>();
        for (int i = 0; i < recipe.reductions().size(); i++) {
            Recipe.Reduce step = recipe.reductions().get(i);
            Record defaults = Objects.requireNonNull(
                    catalog.reduction(step.id()).service().defaults());
            String place = places.params("reductions", i, step.id());
            reductions.add(new Recipe.Reduce(step.id(), moved(defaults, step.params(), place), full(step.outputs())));
        }
        return new Recipe(recipe.source(), operations, full(recipe.outputs()), reductions, Optional.empty());
    }

    /** Remembers where places in the frames lie without a step. */
    private void leave(Recipe.Step step) {
        Record defaults =
                Objects.requireNonNull(catalog.operation(step.id()).service().defaults());
        Map<String, Object> params = Parameters.toMap(Parameters.fromMap(defaults, step.params(), ""));
        switch (step.id()) {
            case "crop" -> regions = regions.cropped(box(params));
            case "bin" -> regions = regions.binned(number(params, "width"), number(params, "height"));
            default -> {
                if (geometric(step)) {
                    obstacle = Optional.of(step.id());
                }
            }
        }
    }

    private static Box box(Map<String, Object> params) {
        return Parameters.fromMap(new Box(0, 0, 1, 1), asMap(params.get("box")), "");
    }

    private static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> known) {
            known.forEach((key, inner) -> map.put(String.valueOf(key), inner));
        }
        return map;
    }

    private static long number(Map<String, Object> params, String name) {
        return params.get(name) instanceof Long number ? number : 1;
    }

    private boolean geometric(Recipe.Step step) {
        return catalog.operation(step.id()).group().equals("Geometry");
    }

    private Recipe.Step kept(int index, Recipe.Step step) throws IOException {
        Record defaults =
                Objects.requireNonNull(catalog.operation(step.id()).service().defaults());
        Map<String, Object> params = moved(defaults, step.params(), places.params("operations", index, step.id()));
        if (!regions.equals(Regions.SAME) && geometric(step)) {
            obstacle = Optional.of(step.id());
        }
        return new Recipe.Step(step.id(), params);
    }

    /** Moves regions, if there are any. */
    private Map<String, Object> moved(Record defaults, Map<String, Object> values, String place) throws IOException {
        if (regions.equals(Regions.SAME) && obstacle.isEmpty()) {
            return values;
        }
        Record params = Parameters.fromMap(defaults, values, place);
        Record moved = Parameters.withRegions(params, regions::of, regions::of);
        if (moved.equals(params)) {
            return values;
        }
        if (obstacle.isPresent()) {
            throw new IOException(place + ": a region can't be taken over to full data behind " + obstacle.get()
                    + ", which moves pixels");
        }
        return Parameters.toMap(moved);
    }

    private static List<Recipe.Output> full(List<Recipe.Output> outputs) {
        return outputs.stream()
                .map(output -> new Recipe.Output(full(output.file()), output.exporter(), output.params()))
                .toList();
    }

    private static String full(String file) {
        Path path = Path.of(file);
        int folder = file.length() - String.valueOf(path.getFileName()).length();
        String stem = FileNames.stem(path);
        String rest = file.substring(folder + stem.length());
        return file.substring(0, folder) + stem + "_full" + rest;
    }
}
