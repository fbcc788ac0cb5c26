package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.data.Timing;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Exports;
import org.tachyscope.core.FileNames;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.run.Outcome;

/** Writes the results of a recipe to its files. */
final class Writing {

    private final Catalog catalog;
    private final Exports exports;
    private final Targets targets;
    private final Recipe recipe;
    private final Metadata metadata;

    /** Prepares to write results that are described by {@code metadata}. */
    Writing(Catalog catalog, Targets targets, Recipe recipe, Metadata metadata) {
        this.catalog = catalog;
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
                    Result result = outcome.results().get(i);
                    files.add(write(output, result, about(step, result), progress));
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

    /** Writes the processed stack itself to the recipe's outputs, and returns these files. */
    List<Path> write(Stack stack, Progress progress) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Recipe.Output output : recipe.outputs()) {
            files.add(write(output, stack, metadata, progress));
        }
        return files;
    }

    private Path write(Recipe.Output output, Content content, Metadata about, Progress progress) throws IOException {
        Path file = targets.of(output);
        progress.step("writing " + file.getFileName());
        var exporter = exports.choose(output.exporter(), file, content);
        Exports.Output target = new Exports.Output(content, about.withName(FileNames.stem(file)), file);
        Exports.write(exporter.service(), output.params(), target, progress);
        return file;
    }

    /** States the parameters. A frame is of no single time; a curve or table may still want to name the frames it was made from. */
    private Metadata about(Recipe.Reduce step, Result result) {
        return about(catalog.reduction(step.id()).service(), step, result);
    }

    private <P extends Record> Metadata about(Reduction<P> reduction, Recipe.Reduce step, Result result) {
        P params = Parameters.fromMap(reduction.defaults(), step.params(), "");
        Metadata about = metadata.withProperty("reduction", (step.id() + " " + Parameters.toText(params)).strip());
        return switch (result) {
            case Frame _ -> {
                String unit = reduction.unit(about.calibration().sampleUnit(), params);
                yield about.withFrameNames(List.of())
                        .withTiming(Timing.UNKNOWN)
                        .withCalibration(about.calibration().withSampleUnit(unit));
            }
            case Curve _, Table _ -> about;
        };
    }
}
