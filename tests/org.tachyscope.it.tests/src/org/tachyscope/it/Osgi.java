package org.tachyscope.it;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Asks the framework that the tests run in. */
final class Osgi {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private Osgi() {}

    static BundleContext context() {
        return Optional.ofNullable(FrameworkUtil.getBundle(Osgi.class))
                .map(Bundle::getBundleContext)
                .orElseThrow(() -> new IllegalStateException("not in a framework, or not started"));
    }

    static List<Bundle> ours() {
        return Stream.of(context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.tachyscope."))
                .toList();
    }

    static Bundle bundle(String symbolicName) {
        return Stream.of(context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no bundle " + symbolicName));
    }

    /** Waits for a service that is as wanted; the one of the highest rank at each look. */
    static <S> S await(Class<S> type, Predicate<S> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            ServiceReference<S> reference = context().getServiceReference(type);
            S service = reference == null ? null : context().getService(reference);
            if (service != null && wanted.test(service)) {
                return service;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no " + type.getSimpleName() + " came to be as wanted within 20 s");
    }
}
