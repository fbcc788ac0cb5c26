package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.data.Timing;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Exports;
import org.tachyscope.core.run.Outcome;

/** Writes the results of a recipe to its files. */
final class Writing {

    private final Exports exports;
    private final Targets targets;
    private final Recipe recipe;
    private final Metadata metadata;

    /** Prepares to write results that are described by {@code metadata}. */
    Writing(Catalog catalog, Targets targets, Recipe recipe, Metadata metadata) {
        this.exports = new Exports(catalog);
        this.targets = targets;
        this.recipe = recipe;
        this.metadata = metadata.withProperty("recipe", RecipeFile.compact(recipe));
    }

    /**
     * Writes every file that can be written.
     *
     * @return the files
     * @throws IOException the first failure, the others suppressed in it, after all files were tried
     */
    List<Path> write(Outcome outcome, Progress progress) throws IOException {
        List<Path> files = new ArrayList<>();
        List<IOException> failures = new ArrayList<>();
        for (int i = 0; i < recipe.reductions().size(); i++) {
            Recipe.Reduce step = recipe.reductions().get(i);
            for (Recipe.Output output : step.outputs()) {
                progress.checkCancelled();
                try {
                    files.add(write(step, output, outcome.results().get(i), progress));
                } catch (IOException e) {
                    failures.add(e);
                } catch (IllegalArgumentException e) {
                    failures.add(new IOException(e.getMessage(), e));
                }
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
        return files;
    }

    private Path write(Recipe.Reduce step, Recipe.Output output, Result result, Progress progress) throws IOException {
        Path file = targets.of(output);
        progress.step("writing " + file.getFileName());
        var exporter = exports.choose(output.exporter(), file, result);
        Metadata about = about(step, result).withName(stem(file));
        Exports.write(exporter.service(), output.params(), new Exports.Output(result, about, file), progress);
        return file;
    }

    /** A frame is of no single time; a curve or table may still want to name the frames it was made from. */
    private Metadata about(Recipe.Reduce step, Result result) {
        Metadata about = metadata.withProperty("reduction", step.id());
        return switch (result) {
            case Frame _ -> about.withFrameNames(List.of()).withTiming(Timing.UNKNOWN);
            case Curve _, Table _ -> about;
        };
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
