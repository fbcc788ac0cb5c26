package org.tachyscope.app.internal;

import java.util.Objects;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.tachyscope.core.Catalog;

/** Runs one command without a window, as {@code -application org.tachyscope.app.cli}. Its exit code is the result. */
public final class CliApplication implements IApplication {

    private static final long PATIENCE_MS = 10_000;

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return Cli.run(Terminal.system(), CliApplication::catalog, version(), arguments);
    }

    @Override
    public void stop() {}

    private static String version() {
        return FrameworkUtil.getBundle(CliApplication.class).getVersion().toString();
    }

    /** Waits for declarative services to settle: they may still be starting when the first command asks. */
    private static Catalog catalog() {
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
