package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.osgi.framework.wiring.BundleWiring;

class VectorTest {

    /** Set by the build, which runs these tests with and without the Vector API. */
    private static final boolean HAS_VECTOR = Boolean.getBoolean("tachyscope.test.vector");

    @Test
    void apiIsInThisJvmAsTheBuildSays() {
        assertEquals(
                HAS_VECTOR,
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }

    @Test
    void apiReachesCoreWhereTheJvmHasIt() {
        boolean wired = Osgi.bundle("org.tachyscope.core").adapt(BundleWiring.class).getRequiredWires(null).stream()
                .map(wire -> wire.getCapability().getAttributes().get("osgi.wiring.package"))
                .anyMatch("jdk.incubator.vector"::equals);
        assertEquals(HAS_VECTOR, wired);
    }
}
