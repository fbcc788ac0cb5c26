package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Path;
import org.tachyscope.api.Progress;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Sources;
import org.tachyscope.core.run.Runner;

/** Opens what was chosen of a source, to be looked at. Safe for any thread. */
public final class Opener {

    private final Catalog catalog;
    private final Runner runner;

    /**
     * Prepares to open.
     *
     * @param threads number of threads that decode at a time, at least 1
     */
    public Opener(Catalog catalog, int threads) {
        this.catalog = catalog;
        runner = new Runner(threads);
    }

    /**
     * Opens what was chosen of a source.
     *
     * @return owns the stack, and is closed by the caller
     * @throws IOException in one sentence that names file, frame or step and the reason
     * @throws java.util.concurrent.CancellationException if the user cancelled; nothing stays allocated
     */
    public Opened open(Sources.Planned planned, Choices choices, Access access, Progress progress) throws IOException {
        return open(planned, choices.recipe(planned), access, progress);
    }

    /** Opens a source and applies a recipe's operations; otherwise the same as the other one. */
    public Opened open(Sources.Planned planned, Recipe recipe, Access access, Progress progress) throws IOException {
        RecipeRunner.Job job =
                new RecipeRunner.Job(recipe, "", Path.of(""), Path.of(""), RecipeRunner.Partial.DROP, access);
        return Opened.open(planned, new Steps(job, catalog), access, runner, progress);
    }
}
