package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.tachyscope.core.Catalog;

/** A third party's bundle comes, goes and fails while the system runs. */
class PluginsTest {

    @Test
    void comeAndGoWhileTheSystemRuns() throws Exception {
        Bundle invert = Osgi.bundle("org.example.invert");
        Osgi.await(Catalog.class, catalog -> has(catalog, "invert"));
        invert.stop();
        Osgi.await(Catalog.class, catalog -> !has(catalog, "invert"));
        invert.start();
        Osgi.await(Catalog.class, catalog -> has(catalog, "invert"));
    }

    @Test
    void thatThrowInTheirConstructorAreNamedAndSetAside() throws Exception {
        Catalog catalog = Osgi.await(Catalog.class, found -> !found.problems().isEmpty());
        assertEquals(1, catalog.problems().size(), catalog.problems().toString());
        String problem = catalog.problems().getFirst().toString();
        assertTrue(problem.contains("org.example.broken") && problem.contains("broken on purpose"), problem);
        assertEquals(
                List.of(),
                catalog.operations().stream()
                        .filter(o -> o.id().equals("broken"))
                        .toList());
        assertTrue(has(catalog, "invert"), "the other plug-ins still work");
    }

    private static boolean has(Catalog catalog, String id) {
        return catalog.operations().stream()
                .anyMatch(operation -> operation.id().equals(id));
    }
}
