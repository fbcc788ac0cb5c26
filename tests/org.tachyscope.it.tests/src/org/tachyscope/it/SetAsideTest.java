package org.tachyscope.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.tachyscope.core.Broken;
import org.tachyscope.core.Catalog;

/** Every way in which a plug-in can fail is found, and said in one sentence. */
class SetAsideTest {

    private static final String IDLE = Idle.class.getName();

    private final Deque<Bundle> installed = new ArrayDeque<>();

    private void install(Handmade plugin) throws Exception {
        installed.push(plugin.install());
    }

    /** A plug-in that works, installed last: it makes the catalog look again. */
    private void installAnother() throws Exception {
        install(new Handmade("handmade.works", IDLE, "", ""));
    }

    /** The one that works goes last, so that the last catalog has seen the others go. */
    @AfterEach
    void uninstall() throws Exception {
        while (!installed.isEmpty()) {
            installed.pollLast().uninstall();
        }
        Osgi.await(
                Catalog.class,
                catalog -> catalog.operations().stream()
                                .noneMatch(operation -> operation.bundle().startsWith("handmade."))
                        && catalog.problems().stream()
                                .noneMatch(problem -> problem.bundle().startsWith("handmade.")));
    }

    private static String reason(String bundle) throws InterruptedException {
        Catalog found = Osgi.await(Catalog.class, catalog -> problem(catalog, bundle) != null);
        Broken problem = problem(found, bundle);
        return problem == null ? "" : problem.reason();
    }

    private static @Nullable Broken problem(Catalog catalog, String bundle) {
        return catalog.problems().stream()
                .filter(broken -> broken.bundle().equals(bundle))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aBundleThatDoesNotResolveSaysWhatItNeeds() throws Exception {
        install(new Handmade("handmade.unresolved", IDLE, "org.example.absent;version=\"[2.0,3)\"", ""));
        installAnother();
        assertEquals(
                "does not resolve: it needs Import-Package: org.example.absent; version=\"[2.0.0,3.0.0)\"",
                reason("handmade.unresolved"));
    }

    @Test
    void aComponentWhoseClassIsMissingIsNamed() throws Exception {
        install(new Handmade("handmade.hollow", "org.example.Absent", "", ""));
        assertEquals(
                "org.example.Absent can't be loaded: ClassNotFoundException: org.example.Absent cannot be found by"
                        + " handmade.hollow_0.0.0",
                reason("handmade.hollow"));
    }

    @Test
    void aComponentThatWaitsForAServiceSaysSo() throws Exception {
        install(new Handmade("handmade.waiting", IDLE, "", "java.util.function.Supplier"));
        installAnother();
        assertEquals("waits for needed", reason("handmade.waiting"));
    }

    @Test
    void ofTwoWithOneIdTheFirstIsUsed() throws Exception {
        install(new Handmade("handmade.first", "handmade.first", IDLE, "", ""));
        install(new Handmade("handmade.second", "handmade.first", IDLE, "", ""));
        assertEquals("the id is already taken by " + IDLE + " of handmade.first", reason("handmade.second"));
    }
}
