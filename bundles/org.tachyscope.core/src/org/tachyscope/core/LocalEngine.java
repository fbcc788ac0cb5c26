package org.tachyscope.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.run.Outcome;
import org.tachyscope.core.run.Runner;

/** Opens and reduces stacks in this process. */
@Component(service = Engine.class)
public final class LocalEngine implements Engine {

    private final Supplier<Catalog> catalog;
    private final Runner runner;

    /**
     * Finds loaders in the catalog that runs. Called by declarative services. The catalog is looked up when it is needed and
     * not referred to, because it lists the operations that refer to this engine.
     */
    @Activate
    public LocalEngine(BundleContext context) {
        this(() -> running(context), Runner.defaultThreads());
    }

    /**
     * Finds loaders in a catalog, on a plain class path where no services are.
     *
     * @param catalog asked when a stack is opened
     * @param threads number of threads that reduce at a time, at least 1
     */
    public LocalEngine(Supplier<Catalog> catalog, int threads) {
        this.catalog = catalog;
        this.runner = new Runner(threads);
    }

    private static Catalog running(BundleContext context) {
        return Optional.ofNullable(context.getServiceReference(Catalog.class))
                .flatMap(reference -> Optional.ofNullable(context.getService(reference)))
                .orElseThrow(() -> new IllegalStateException("no catalog of loaders is running"));
    }

    @Override
    public Stack open(Path source, Progress progress) throws IOException {
        try {
            return new Sources(catalog.get())
                    .plan(Sources.Request.of(source), progress)
                    .plan()
                    .open(progress);
        } catch (IllegalArgumentException e) {
            throw new IOException(source + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<Result> reduce(Stack stack, List<? extends Fold> folds, Progress progress) throws IOException {
        Outcome outcome = runner.run(stack, folds, progress);
        if (!outcome.complete()) {
            throw new CancellationException("cancelled");
        }
        return outcome.results();
    }
}
