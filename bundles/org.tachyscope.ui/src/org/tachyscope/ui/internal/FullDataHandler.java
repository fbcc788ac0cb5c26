package org.tachyscope.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Budget;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.plan.Weighing;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.FullData;
import org.tachyscope.core.recipe.Opened;
import org.tachyscope.core.recipe.Opener;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.run.Runner;

/** Makes the active stack again, of all of its source. */
public final class FullDataHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Services.workspace()
                .active()
                .ifPresent(item -> Histories.of(item).ifPresent(recipe -> start(item.name(), recipe)));
        return Optional.empty();
    }

    private static void start(String name, Recipe recipe) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Jobs.start(
                name + " on full data",
                new Jobs.Complaint("Can't make on full data", name),
                progress -> run(name + " (full)", recipe, display, progress));
    }

    private static void run(String name, Recipe thinned, Display display, Progress progress) throws IOException {
        Catalog catalog = Services.catalog();
        Recipe recipe = FullData.of(thinned, catalog, "");
        Recipe.Source source = recipe.source();
        Sources.Planned planned = new Sources(catalog)
                .plan(new Sources.Request(Path.of(source.path()), source.loader(), source.params(), ""), progress);
        Opener opener = new Opener(catalog, Runner.defaultThreads());
        try (Opened opened = opener.open(planned, recipe, access(catalog, planned, recipe), progress)) {
            if (recipe.reductions().isEmpty()) {
                List<Stack> stacks = opened.release();
                display.asyncExec(() -> Opening.add(name, planned, recipe, stacks));
            } else {
                reduce(name, recipe, opened.stack(), progress);
            }
        }
    }

    /** Takes the first way that fits. */
    private static Access access(Catalog catalog, Sources.Planned planned, Recipe recipe) throws IOException {
        Verdict verdict = new Weighing(catalog, Optional.empty(), Budget.now(MemoryShare.percent()))
                .weigh(planned, recipe, Access.AUTOMATIC);
        if (verdict.fits()) {
            return Access.AUTOMATIC;
        }
        return verdict.others().stream()
                .map(Verdict.Way::access)
                .findFirst()
                .orElseThrow(() -> new IOException(verdict.tooLarge()));
    }

    private static void reduce(String name, Recipe recipe, Stack stack, Progress progress) throws IOException {
        Recipe.Reduce step = recipe.reductions().getFirst();
        var reduction = Services.catalog().reduction(step.id());
        Record params = Parameters.fromMap(reduction.service().defaults(), step.params(), step.id());
        Reducing.reduce(name, stack, new Reducing.Choice(reduction, params), recipe, progress);
    }
}
