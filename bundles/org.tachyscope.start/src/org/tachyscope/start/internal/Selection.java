package org.tachyscope.start.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Selects the plug-ins that work without a window: the command line, everything that uses Tachyscope's API, and all that
 * these need. What needs a window toolkit is left out. It lets a framework resolve all plug-ins and follows its wires.
 */
final class Selection {

    private static final String OURS = "org.tachyscope.";
    private static final String API = "org.tachyscope.api";
    private static final String WINDOW_TOOLKIT = "org.eclipse.swt";

    private final Plugins plugins;

    Selection(Plugins plugins) {
        this.plugins = plugins;
    }

    /** Leaves the state of a framework that has just these plug-ins installed. */
    void install(Map<String, String> properties) throws IOException, BundleException {
        Framework framework = new EquinoxFactory().newFramework(properties);
        framework.init();
        Map<Bundle, Plugins.Plugin> all = new HashMap<>();
        for (Plugins.Plugin plugin : plugins.all()) {
            Bundle bundle = framework
                    .getBundleContext()
                    .installBundle("reference:" + plugin.file().toUri());
            if (extendsFramework(bundle)) {
                bundle.uninstall();
            } else {
                all.put(bundle, plugin);
            }
        }
        framework.adapt(FrameworkWiring.class).resolveBundles(all.keySet());
        Set<Bundle> needed = needed(all.keySet());
        for (Map.Entry<Bundle, Plugins.Plugin> entry : all.entrySet()) {
            if (needed.contains(entry.getKey())) {
                start(entry.getKey(), entry.getValue());
            } else {
                entry.getKey().uninstall();
            }
        }
        stop(framework);
    }

    /** Tells whether a bundle wants to be on the framework's class path. What works without a window needs none of them. */
    private static boolean extendsFramework(Bundle bundle) {
        return header(bundle, "Fragment-Host").matches("(org\\.eclipse\\.osgi|system\\.bundle)\\b.*");
    }

    /** Marks a bundle as the simple configurator would: lazy ones and those of the list are started, others are not. */
    private static void start(Bundle bundle, Plugins.Plugin plugin) throws BundleException {
        bundle.adapt(BundleStartLevel.class).setStartLevel(plugin.level());
        boolean fragment = !header(bundle, "Fragment-Host").isEmpty();
        boolean lazy = header(bundle, "Bundle-ActivationPolicy").startsWith("lazy");
        if (!fragment && (lazy || plugin.started())) {
            bundle.start(lazy ? Bundle.START_ACTIVATION_POLICY : 0);
        }
    }

    private static void stop(Framework framework) throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(0);
        } catch (InterruptedException e) {
            throw new BundleException("interrupted", e);
        }
    }

    private static Set<Bundle> needed(Collection<Bundle> all) {
        Set<Bundle> needed = new HashSet<>();
        for (Bundle bundle : all) {
            if (contributes(bundle)) {
                Set<Bundle> closure = closure(bundle, all);
                if (closure.stream().noneMatch(one -> name(one).equals(WINDOW_TOOLKIT))) {
                    needed.addAll(closure);
                }
            }
        }
        return needed;
    }

    /** Tells whether a bundle is ours or uses the API, also if it doesn't resolve: then the command line says why. */
    private static boolean contributes(Bundle bundle) {
        return name(bundle).startsWith(OURS)
                || Stream.of("Import-Package", "Require-Bundle")
                        .anyMatch(header -> header(bundle, header).contains(API));
    }

    private static Set<Bundle> closure(Bundle bundle, Collection<Bundle> all) {
        Set<Bundle> found = new HashSet<>(Set.of(bundle));
        ArrayDeque<Bundle> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            neighbours(open.remove(), all).filter(found::add).forEach(open::add);
        }
        found.removeIf(one -> one.getBundleId() == 0);
        return found;
    }

    private static Stream<Bundle> neighbours(Bundle bundle, Collection<Bundle> all) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null || bundle.getBundleId() == 0
                ? Stream.of()
                : Stream.of(
                                wiring.getRequiredWires(null).stream().map(BundleWire::getProvider),
                                wiring.getProvidedWires(HostNamespace.HOST_NAMESPACE).stream()
                                        .map(BundleWire::getRequirer),
                                perhaps(bundle, all))
                        .flatMap(revisions -> revisions)
                        .map(BundleRevision::getBundle);
    }

    /** Returns what a bundle may be wired to later, when it asks for a class (DynamicImport-Package). */
    private static Stream<BundleRevision> perhaps(Bundle bundle, Collection<Bundle> all) {
        List<BundleRequirement> later = revision(bundle)
                .map(revision -> revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .filter(need -> "dynamic".equals(need.getDirectives().get("resolution")))
                        .toList())
                .findFirst()
                .orElse(List.of());
        return later.isEmpty()
                ? Stream.of()
                : all.stream()
                        .flatMap(Selection::revision)
                        .filter(revision ->
                                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                                        .anyMatch(offer -> later.stream().anyMatch(need -> need.matches(offer))));
    }

    private static Stream<BundleRevision> revision(Bundle bundle) {
        return Stream.ofNullable(bundle.adapt(BundleRevision.class));
    }

    private static String name(Bundle bundle) {
        return Objects.requireNonNullElse(bundle.getSymbolicName(), "");
    }

    private static String header(Bundle bundle, String name) {
        return Objects.requireNonNullElse(bundle.getHeaders("").get(name), "");
    }
}
