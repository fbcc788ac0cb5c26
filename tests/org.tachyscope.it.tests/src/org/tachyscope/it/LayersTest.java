package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Holds the arrows of ARCHITECTURE.md: who is wired to whom in a running system. */
class LayersTest {

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("api", Set.of()),
            Map.entry("core", Set.of("api")),
            Map.entry("ops", Set.of("api")),
            Map.entry("load.npy", Set.of("api")),
            Map.entry("load.cache", Set.of("api")),
            Map.entry("opencv", Set.of("api")),
            Map.entry("ops.space", Set.of("api", "opencv")),
            Map.entry("load.folder", Set.of("api", "opencv")),
            Map.entry("load.video", Set.of("api")),
            Map.entry("export", Set.of("api")),
            Map.entry("app", Set.of("api", "core")),
            Map.entry("start", Set.of()));

    private static final Set<String> WITHOUT_ECLIPSE = Set.of(
            "api",
            "core",
            "ops",
            "ops.space",
            "opencv",
            "load.npy",
            "load.cache",
            "load.folder",
            "load.video",
            "export",
            "app",
            "start");

    @TestFactory
    Stream<DynamicTest> arrowsAreKept() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> wrong = providers("org.tachyscope." + entry.getKey())
                            .filter(name -> name.startsWith("org.tachyscope."))
                            .map(name -> name.substring("org.tachyscope.".length()))
                            .filter(name -> !name.equals(entry.getKey())
                                    && !entry.getValue().contains(name))
                            .distinct()
                            .toList();
                    assertEquals(List.of(), wrong, entry.getKey() + " must not use these");
                }));
    }

    @TestFactory
    Stream<DynamicTest> plainBundlesDoWithoutEclipse() {
        return WITHOUT_ECLIPSE.stream()
                .map(bundle -> DynamicTest.dynamicTest(bundle, () -> {
                    List<String> wrong = providers("org.tachyscope." + bundle)
                            .filter(name -> name.startsWith("org.eclipse.") && !name.equals("org.eclipse.osgi"))
                            .distinct()
                            .toList();
                    assertEquals(List.of(), wrong, bundle + " must also work on a plain class path");
                }));
    }

    private static Stream<String> providers(String bundle) {
        Bundle found = Osgi.bundle(bundle);
        return found.adapt(BundleWiring.class).getRequiredWires(null).stream()
                .map(BundleWire::getProvider)
                .map(revision -> revision.getSymbolicName());
    }
}
