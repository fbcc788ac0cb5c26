package org.tachyscope.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.tachyscope.api.Contribution;

/** Fetches the contributions of a running OSGi system one by one, so that a broken one costs none but itself. */
final class Services {

    private final BundleContext context;
    private final List<ServiceReference<?>> held = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Broken> problems = new ArrayList<>();

    Services(BundleContext context, List<ServiceReference<?>> references) {
        this.context = context;
        Failures failures = new Failures(context);
        references.stream().sorted(Services::byBundle).forEach(reference -> fetch(reference, failures));
        problems.addAll(failures.notRunning());
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<Broken> problems() {
        return problems;
    }

    void release() {
        held.forEach(context::ungetService);
    }

    private static int byBundle(ServiceReference<?> a, ServiceReference<?> b) {
        int bundles = Long.compare(a.getBundle().getBundleId(), b.getBundle().getBundleId());
        return bundles != 0 ? bundles : b.compareTo(a);
    }

    private void fetch(ServiceReference<?> reference, Failures failures) {
        @Nullable Bundle bundle = reference.getBundle();
        if (bundle == null) {
            return; // gone in the meantime: a new catalog follows
        }
        String reason;
        try {
            @Nullable Object service = context.getService(reference);
            if (service != null) {
                held.add(reference);
                candidates.add(candidate(reference, bundle, service));
                return;
            }
            reason = failures.of(reference);
        } catch (RuntimeException | LinkageError e) {
            reason = Reason.of(e);
        }
        problems.add(new Broken(name(reference), bundle.getSymbolicName(), reason));
    }

    private static Candidate candidate(ServiceReference<?> reference, Bundle bundle, Object service) {
        return new Candidate(
                text(reference, "id"),
                text(reference, "label"),
                text(reference, "group"),
                bundle.getSymbolicName(),
                service);
    }

    private static String name(ServiceReference<?> reference) {
        String id = text(reference, "id");
        return Stream.of(id, String.valueOf(reference.getProperty("component.name")))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(String.valueOf(reference.getProperty(Constants.SERVICE_ID)));
    }

    private static String text(ServiceReference<?> reference, String name) {
        @Nullable Object value = reference.getProperty(Contribution.PREFIX_ + name);
        return value == null ? "" : value.toString();
    }
}
