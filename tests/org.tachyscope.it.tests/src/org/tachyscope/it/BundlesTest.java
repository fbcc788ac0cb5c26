package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class BundlesTest {

    @Test
    void headlessOnesAreAllThere() {
        List<String> names = Osgi.ours().stream().map(Bundle::getSymbolicName).toList();
        assertTrue(
                names.containsAll(Stream.of(
                                "api",
                                "core",
                                "ops",
                                "ops.space",
                                "opencv",
                                "load.npy",
                                "load.folder",
                                "load.cache",
                                "load.video",
                                "export",
                                "app",
                                "start")
                        .map("org.tachyscope."::concat)
                        .toList()),
                names.toString());
    }

    @Test
    void resolve() {
        List<String> installed = Stream.of(Osgi.context().getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of(), installed, "these did not resolve");
    }

    @Test
    void activate() throws Exception {
        for (Bundle bundle : Osgi.ours()) {
            bundle.start();
            assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
        }
    }
}
