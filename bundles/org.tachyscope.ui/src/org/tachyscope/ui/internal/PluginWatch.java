package org.tachyscope.ui.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.tachyscope.core.Broken;
import org.tachyscope.core.Catalog;

/** Watches for plug-ins that don't work, writes each to the Error Log once, and tells a listener. */
final class PluginWatch implements AutoCloseable {

    private static final ILog LOG = ILog.of(PluginWatch.class);

    private final Set<Broken> reported = new HashSet<>();
    private final ServiceTracker<Catalog, Catalog> tracker;

    /**
     * Starts to watch.
     *
     * @param listener gets all that doesn't work whenever something comes or goes, on any thread
     */
    PluginWatch(BundleContext context, Consumer<List<Broken>> listener) {
        tracker = new ServiceTracker<>(context, Catalog.class, null) {
            @Override
            public Catalog addingService(ServiceReference<Catalog> reference) {
                Catalog catalog = super.addingService(reference);
                if (catalog != null) {
                    log(catalog.problems());
                    listener.accept(catalog.problems());
                }
                return catalog;
            }
        };
        tracker.open();
    }

    private void log(List<Broken> problems) {
        synchronized (reported) {
            problems.stream().filter(reported::add).forEach(broken -> LOG.error("Plug-in set aside: " + broken));
        }
    }

    @Override
    public void close() {
        tracker.close();
    }
}
