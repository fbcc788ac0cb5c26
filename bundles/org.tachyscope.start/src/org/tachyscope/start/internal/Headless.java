package org.tachyscope.start.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleException;

/**
 * Keeps what a start without a window needs in {@code headless/} of the configuration: the state of a framework, the
 * framework's classes, and the list of plug-ins that it was made from. Plug-ins are installed into the list, so when it
 * differs, or the installation has moved, all of it is made anew. Processes may start at once: the folder is complete or isn't there.
 */
final class Headless {

    private final Plugins plugins;
    private final Path configuration;
    private final Path folder;

    /**
     * Names the folder.
     *
     * @param configuration a folder that can be written
     */
    Headless(Plugins plugins, Path configuration) {
        this.plugins = plugins;
        this.configuration = configuration;
        folder = configuration.resolve("headless");
    }

    /** Makes the folder if it isn't there or belongs to other plug-ins. Takes about a second. */
    void prepare() throws IOException, BundleException {
        if (fits()) {
            return;
        }
        Path fresh = Files.createTempDirectory(configuration, "headless-new");
        Path old = Files.createTempDirectory(configuration, "headless-old");
        try {
            new Selection(plugins).install(properties(fresh));
            Unsigned.copy(plugins.framework(), classes(fresh));
            Files.copy(plugins.list(), fresh.resolve("bundles.info"));
            Files.writeString(fresh.resolve("home"), plugins.home().toString());
            replace(fresh, old.resolve("headless"));
        } finally {
            Folders.delete(fresh);
            Folders.delete(old);
        }
    }

    private boolean fits() throws IOException {
        return Files.exists(folder.resolve("home"))
                && Files.readString(folder.resolve("home"))
                        .equals(plugins.home().toString())
                && Files.mismatch(plugins.list(), folder.resolve("bundles.info")) < 0;
    }

    private void replace(Path fresh, Path old) throws IOException {
        try {
            if (Files.exists(folder)) {
                Files.move(folder, old);
            }
            Files.move(fresh, folder);
        } catch (IOException e) {
            if (!Files.exists(folder)) { // otherwise another process was faster, and its folder is as good
                throw e;
            }
        }
    }

    /** Returns the properties of a framework that starts from the folder and writes nothing into it. */
    Map<String, String> properties() throws IOException {
        Map<String, String> properties = properties(folder);
        properties.put("osgi.configuration.area.readOnly", "true");
        return properties;
    }

    private Map<String, String> properties(Path state) throws IOException {
        Map<String, String> properties = new HashMap<>();
        properties.put("org.osgi.framework.storage", state.resolve("state").toString());
        properties.put("osgi.framework", plugins.framework().toUri().toString());
        properties.put("osgi.install.area", plugins.home().toUri().toString());
        properties.put("osgi.logfile", configuration.resolve("headless.log").toString());
        properties.put("osgi.locking", "none");
        properties.put("osgi.compatibility.bootdelegation.default", "true");
        return properties;
    }

    /** Has Java's archive of classes made, if this process runs with the classes that it is for. */
    void archive() throws IOException {
        if (System.getProperty("java.class.path").contains(classes(folder).toString())) {
            new Archive(folder.resolve("java-" + System.getProperty("java.version") + ".jsa")).make();
        }
    }

    private static Path classes(Path folder) {
        return folder.resolve("framework.jar");
    }
}
