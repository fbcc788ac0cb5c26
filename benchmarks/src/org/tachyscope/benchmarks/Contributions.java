package org.tachyscope.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.LocalEngine;

/** Finds all contributions on the class path, as there are no services. */
final class Contributions {

    private Contributions() {}

    /** Lists them. Operations that read files or reduce frames do so with {@code threads} threads. */
    static Catalog all(int threads) {
        AtomicReference<Catalog> catalog = new AtomicReference<>();
        Engine engine = new LocalEngine(catalog::get, threads);
        List<Object> found = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            try {
                classes(Path.of(entry)).forEach(name -> add(name, engine, found));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        catalog.set(Catalog.of(found.toArray()));
        return catalog.get();
    }

    private static List<String> classes(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            return names(entry);
        }
        if (!entry.getFileName().toString().startsWith("org.tachyscope.")) {
            return List.of();
        }
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
            return names(jar.getPath("/"));
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(path -> root.relativize(path).toString())
                    .filter(path -> path.matches("org/tachyscope/(ops|load|export)/.*\\.class"))
                    .map(path ->
                            path.substring(0, path.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }

    private static void add(String name, Engine engine, List<Object> found) {
        try {
            Class<?> type = Class.forName(name, false, Contributions.class.getClassLoader());
            if (type.isAnnotationPresent(Contribution.class)) {
                Constructor<?> constructor = type.getConstructors()[0];
                found.add(
                        constructor.getParameterCount() == 0
                                ? constructor.newInstance()
                                : constructor.newInstance(engine));
            }
        } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException e) {
            System.err.println(name + " is left out: " + e);
        }
    }
}
