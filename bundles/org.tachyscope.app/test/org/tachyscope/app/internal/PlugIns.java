package org.tachyscope.app.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.core.LocalEngine;

/** Finds the contributions of all bundles on the class path, as the framework does in the product. */
final class PlugIns {

    private static final String ROOT = "org/tachyscope";

    /** Serves the operations that ask for one. */
    private static final Engine ENGINE = new LocalEngine(Plain::catalog, 2);

    private PlugIns() {}

    static Object[] all() {
        try {
            List<Object> all = new ArrayList<>();
            ClassLoader loader = Objects.requireNonNull(PlugIns.class.getClassLoader());
            for (URL url : Collections.list(loader.getResources(ROOT))) {
                add(url.toURI(), all);
            }
            return all.toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(URI folder, List<Object> all) throws IOException, ReflectiveOperationException {
        if ("jar".equals(folder.getScheme())) {
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                add(jar.getPath("/" + ROOT), all);
            }
        } else {
            add(Path.of(folder), all);
        }
    }

    private static void add(Path folder, List<Object> all) throws IOException, ReflectiveOperationException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (name.endsWith(".class") && !name.contains("$") && !name.endsWith("package-info.class")) {
                    add(ROOT + "/" + name.substring(0, name.length() - ".class".length()), all);
                }
            }
        }
    }

    private static void add(String name, List<Object> all) throws ReflectiveOperationException {
        Class<?> type = Class.forName(name.replace('\\', '/').replace('/', '.'), false, PlugIns.class.getClassLoader());
        if (type.isAnnotationPresent(Contribution.class)) {
            Constructor<?> constructor = type.getConstructors()[0];
            all.add(constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(ENGINE));
        }
    }
}
