package org.tachyscope.start.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads which plug-ins are installed, from the list that the installer keeps for the framework's simple configurator: a line
 * {@code name,version,file,start level,started} for each.
 *
 * @param home folder of the installation
 */
record Plugins(Path home) {

    /**
     * Holds one line of the list.
     *
     * @param started whether the framework starts it although it may not be lazy
     */
    record Plugin(Path file, int level, boolean started) {}

    /** Returns the list. */
    Path list() {
        return home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    }

    /** Returns all but the framework. */
    List<Plugin> all() throws IOException {
        try (Stream<String[]> lines = lines()) {
            return lines.filter(words -> !isFramework(words))
                    .map(words -> new Plugin(file(words), Integer.parseInt(words[3]), Boolean.parseBoolean(words[4])))
                    .toList();
        }
    }

    /** Returns the framework. */
    Path framework() throws IOException {
        try (Stream<String[]> lines = lines()) {
            return lines.filter(Plugins::isFramework)
                    .map(this::file)
                    .findFirst()
                    .orElseThrow(() -> new IOException(list() + " names no org.eclipse.osgi"));
        }
    }

    private Stream<String[]> lines() throws IOException {
        return Files.lines(list())
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(","))
                .filter(words -> words.length == 5);
    }

    private static boolean isFramework(String[] words) {
        return words[0].equals("org.eclipse.osgi");
    }

    private Path file(String[] words) {
        return home.resolve(words[2]);
    }
}
