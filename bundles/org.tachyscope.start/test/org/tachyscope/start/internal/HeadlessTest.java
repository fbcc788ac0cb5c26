package org.tachyscope.start.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

class HeadlessTest {

    private final Path folder;
    private final Installation installation;
    private Headless headless;

    HeadlessTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        installation = new Installation(folder.resolve("mit Öl und Platz"));
        Files.createDirectories(folder.resolve("configuration"));
        headless = new Headless(installation.plugins(), folder.resolve("configuration"));
    }

    @BeforeEach
    void install() throws IOException {
        installation.add("org.tachyscope.api", "Export-Package: org.tachyscope.api");
        installation.add("toolkit", "Export-Package: toolkit.codecs");
        installation.add("toolkit.linux", "Fragment-Host: toolkit");
        installation.add("org.eclipse.swt", "Export-Package: org.eclipse.swt");
        installation.add("org.eclipse.framework.addition", "Fragment-Host: system.bundle; extension:=framework");
        installation.add("workbench", "Import-Package: org.eclipse.swt", "Export-Package: workbench");
        installation.add("unrelated", "Export-Package: unrelated");
    }

    /** Returns the names of the bundles that a start finds, the framework's aside, and their states. */
    private Set<String> started() throws Exception {
        headless.prepare();
        Framework framework = new EquinoxFactory().newFramework(headless.properties());
        framework.start();
        Set<String> found = new TreeSet<>();
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (bundle.getBundleId() != 0) {
                found.add(bundle.getSymbolicName() + (bundle.getState() == Bundle.INSTALLED ? " unresolved" : ""));
            }
        }
        framework.stop();
        framework.waitForStop(0);
        return found;
    }

    @Test
    void hasWhatUsesTheApiAndWhatThatNeeds() throws Exception {
        installation.add("plugin", "Import-Package: org.tachyscope.api, toolkit.codecs");
        assertEquals(Set.of("org.tachyscope.api", "plugin", "toolkit", "toolkit.linux"), started());
    }

    @Test
    void hasWhatMayBeAskedForLater() throws Exception {
        installation.add("plugin", "Import-Package: org.tachyscope.api", "DynamicImport-Package: toolkit.*");
        assertEquals(Set.of("org.tachyscope.api", "plugin", "toolkit", "toolkit.linux"), started());
    }

    @Test
    void leavesOutWhatNeedsAWindow() throws Exception {
        installation.add("view", "Import-Package: org.tachyscope.api, workbench");
        assertEquals(Set.of("org.tachyscope.api"), started());
    }

    @Test
    void keepsABrokenPluginSoThatItsFaultCanBeNamed() throws Exception {
        installation.add("broken", "Import-Package: org.tachyscope.api, nobody.has.this");
        assertEquals(Set.of("org.tachyscope.api", "broken unresolved"), started());
    }

    @Test
    void followsPluginsThatComeAndGo() throws Exception {
        assertEquals(Set.of("org.tachyscope.api"), started());
        installation.add("plugin", "Require-Bundle: org.tachyscope.api");
        assertEquals(Set.of("org.tachyscope.api", "plugin"), started());
        List<String> lines = Files.readAllLines(installation.plugins().list());
        Files.write(installation.plugins().list(), lines.subList(0, lines.size() - 1));
        assertEquals(Set.of("org.tachyscope.api"), started());
    }

    @Test
    void followsAnInstallationThatMoves() throws Exception {
        started();
        Path there = Files.move(folder.resolve("mit Öl und Platz"), folder.resolve("there"));
        headless = new Headless(new Plugins(there), folder.resolve("configuration"));
        assertEquals(Set.of("org.tachyscope.api"), started());
    }

    @Test
    void isMadeOnceAndThenNotWrittenTo() throws Exception {
        started();
        Set<String> before = files();
        started();
        assertEquals(before, files());
    }

    @Test
    void leavesNothingElseBehind() throws Exception {
        started();
        installation.add("plugin", "Import-Package: org.tachyscope.api");
        started();
        try (Stream<Path> left = Files.list(folder.resolve("configuration"))) {
            assertEquals(
                    List.of("headless"),
                    left.map(path -> path.getFileName().toString()).toList());
        }
    }

    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder.resolve("configuration"))) {
            for (Path path : all.toList()) {
                files.add(path + " " + Files.getLastModifiedTime(path));
            }
        }
        return files;
    }

    @Test
    void hasTheFrameworkWithoutItsSignature() throws Exception {
        headless.prepare();
        Path copy = folder.resolve("configuration/headless/framework.jar");
        Path original = installation.plugins().framework();
        try (JarFile signed = new JarFile(original.toFile());
                JarFile unsigned = new JarFile(copy.toFile())) {
            assertTrue(signed.stream().anyMatch(entry -> entry.getName().endsWith(".SF")), "it is signed");
            assertFalse(unsigned.stream().anyMatch(entry -> entry.getName().endsWith(".SF")));
            String type = EquinoxFactory.class.getName().replace('.', '/') + ".class";
            assertEquals(signed.getEntry(type).getCrc(), unsigned.getEntry(type).getCrc());
        }
    }

    @Test
    void refusesAListWithoutAFramework() throws Exception {
        Files.writeString(installation.plugins().list(), "toolkit,1.0.0,plugins/toolkit_1.0.0.jar,4,false\n");
        IOException refused = assertThrows(IOException.class, headless::prepare);
        assertTrue(refused.getMessage().endsWith("bundles.info names no org.eclipse.osgi"), refused.getMessage());
    }
}
