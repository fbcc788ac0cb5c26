package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tachyscope.core.Sources;
import org.tachyscope.core.recipe.FullData;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.recipe.RecipeFile;
import org.tachyscope.core.recipe.RecipeRunner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a recipe. */
@Command(
        name = "run",
        versionProvider = Common.class,
        description = {
            "Runs a recipe that 'reduce', 'demo' or the desktop wrote.",
            "",
            "Reads the recipe's source, applies its operations, reduces once for all of its results and writes the"
                    + " same files again. Everything that is wrong with a recipe is named by its place before anything is"
                    + " read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  tachyscope run results/frames_recipe.json",
            "  tachyscope run results/frames_recipe.json --explain",
            "  tachyscope run results/frames_recipe.json --full --out full-results",
            "  tachyscope run results/frames_recipe.json --source other-frames/ --out other-results"
        })
final class RunCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    Common common;

    @Mixin
    RunOptions options;

    @Mixin
    MemoryOptions memory;

    @CommandLine.Parameters(paramLabel = "RECIPE.json", description = "The recipe.")
    Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; made if it isn't there. Default: the recipe's folder.")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "OTHER",
            description =
                    "Read this file or folder instead of the recipe's source, with the recipe's loader if it fits.")
    Optional<Path> source = Optional.empty();

    @Option(
            names = "--full",
            description =
                    "The same on full data: leave out the steps that only take less of it (--every, --range, --crop,"
                            + " --scale, --gray, --8bit). Regions move along; files are called NAME_full.")
    boolean full;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path path = session.terminal().resolve(file);
        Path base = Objects.requireNonNull(path.getParent());
        Recipe recipe = RecipeFile.read(path);
        if (source.isPresent()) {
            recipe = recipe.withSource(other(recipe.source(), session.terminal().resolve(source.get())));
        }
        String name = String.valueOf(path.getFileName());
        if (full) {
            recipe = FullData.of(recipe, session.catalog(), name);
        }
        Path folder = out.map(session.terminal()::resolve).orElse(base);
        return new Work(session, options, memory)
                .run(new RecipeRunner.Job(recipe, name, base, folder, options.partial(), memory.access));
    }

    private Recipe.Source other(Recipe.Source said, Path path) throws IOException {
        boolean fits = new Sources(session.catalog())
                .rank(path).candidates().stream()
                        .anyMatch(candidate -> said.loader()
                                .equals(Optional.of(candidate.loader().id())));
        return fits
                ? new Recipe.Source(path.toString(), said.loader(), said.params())
                : new Recipe.Source(path.toString(), Optional.empty(), Map.of());
    }
}
