package org.tachyscope.app.internal;

import java.util.Objects;
import java.util.function.ToIntBiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.tachyscope.core.Catalog;

/** Runs one command without a window. Its exit code is the result. */
public final class CliApplication implements ToIntBiFunction<String[], Runnable> {

    private static final long PATIENCE_MS = 10_000;

    /**
     * Runs one command.
     *
     * @param started waits until all plug-ins have started
     */
    @Override
    public int applyAsInt(String[] arguments, Runnable started) {
        return Cli.run(Terminal.system(), () -> catalog(started), version(), arguments);
    }

    private static String version() {
        return FrameworkUtil.getBundle(CliApplication.class).getVersion().toString();
    }

    /** Waits for all plug-ins and for declarative services to settle. */
    private static Catalog catalog(Runnable started) {
        started.run();
        BundleContext context = Objects.requireNonNull(
                FrameworkUtil.getBundle(CliApplication.class).getBundleContext());
        ServiceTracker<Catalog, Catalog> tracker = new ServiceTracker<>(context, Catalog.class, null);
        tracker.open();
        try {
            Catalog catalog = tracker.waitForService(PATIENCE_MS);
            if (catalog == null) {
                throw new IllegalStateException("the plug-ins did not start within " + PATIENCE_MS / 1000 + " s");
            }
            return catalog;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the plug-ins started", e);
        }
    }
}
