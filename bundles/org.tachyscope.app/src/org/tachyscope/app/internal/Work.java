package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.Sources;
import org.tachyscope.core.WholeFile;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.recipe.RecipeFile;
import org.tachyscope.core.recipe.RecipeRunner;
import org.tachyscope.core.recipe.Report;

/** Runs recipes for the commands and tells how it went. */
final class Work {

    private final Session session;
    private final RunOptions options;
    private final MemoryOptions memory;

    Work(Session session, RunOptions options, MemoryOptions memory) {
        this.session = session;
        this.options = options;
        this.memory = memory;
    }

    /** Makes what was ordered from a source and writes the recipe {@code NAME_recipe.json} beside the results. */
    int make(Making making, Order order, Path out, String name) throws IOException {
        RecipeRunner runner = options.runner(session);
        Path file = out.resolve(name + "_recipe.json");
        try (Ticker ticker = session.ticker();
                PeakMemory peak = PeakMemory.watched()) {
            Sources.Planned planned = making.source.plan(session, ticker);
            Chosen chosen = making.choices.of(planned, memory.budget(), session, ticker);
            Recipe recipe = order.recipe(planned, chosen.choices(), out, session.terminal());
            RecipeRunner.Job job = new RecipeRunner.Job(recipe, "", out, out, options.partial(), memory.access);
            if (options.explain) {
                return explain(job, planned, ticker);
            }
            memory.check(session, job, planned);
            WholeFile.check(file);
            Report report = run(runner, job, planned, ticker);
            List<Path> files = new ArrayList<>(report.files());
            if (!files.isEmpty()) {
                RecipeFile.write(report.recipe(), file);
                files.add(file);
            }
            ticker.close();
            print(report, chosen.notes(), planned.source(), peak, files);
            return tell(report, files);
        }
    }

    /** Runs a recipe from a file. */
    int run(RecipeRunner.Job job) throws IOException {
        RecipeRunner runner = options.runner(session);
        try (Ticker ticker = session.ticker();
                PeakMemory peak = PeakMemory.watched()) {
            Sources.Planned planned = runner.plan(job, ticker);
            if (options.explain) {
                return explain(job, planned, ticker);
            }
            memory.check(session, job, planned);
            Report report = run(runner, job, planned, ticker);
            ticker.close();
            print(report, List.of(), planned.source(), peak, report.files());
            return tell(report, report.files());
        }
    }

    private int explain(RecipeRunner.Job job, Sources.Planned planned, Ticker ticker) throws IOException {
        String text = options.explanation(session, job, planned);
        ticker.close();
        session.print(text);
        return Exit.OK;
    }

    private static Report run(RecipeRunner runner, RecipeRunner.Job job, Sources.Planned planned, Ticker ticker)
            throws IOException {
        Shape shape = planned.plan().shape();
        ticker.bytesPerUnit(
                (long) shape.samplesPerFrame() * planned.plan().type().bytes());
        return runner.run(job, planned, ticker);
    }

    private void print(Report report, List<String> notes, Path source, PeakMemory peak, List<Path> files) {
        if (!files.isEmpty()) {
            session.print(Summary.text(report, notes, source, peak.text(), files));
        }
    }

    private int tell(Report report, List<Path> files) {
        if (report.complete()) {
            return Exit.OK;
        }
        session.complain(
                "cancelled after " + report.frames() + " of " + report.shape().frames() + " frames; "
                        + (files.isEmpty()
                                ? "nothing was written"
                                : "the results of these frames were written, marked as partial"));
        return Exit.CANCELLED;
    }
}
