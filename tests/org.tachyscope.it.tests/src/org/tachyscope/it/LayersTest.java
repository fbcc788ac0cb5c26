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

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "api", Set.of(),
            "core", Set.of("api"),
            "ops", Set.of("api"),
            "load.npy", Set.of("api"),
            "opencv", Set.of("api"),
            "ops.space", Set.of("api", "opencv"),
            "load.folder", Set.of("api", "opencv"),
            "export", Set.of("api"),
            "app", Set.of("api", "core"),
            "start", Set.of());

    private static final Set<String> WITHOUT_ECLIPSE =
            Set.of("api", "core", "ops", "ops.space", "opencv", "load.npy", "load.folder", "export", "app", "start");

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
