package org.tachyscope.start.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.osgi.launch.EquinoxFactory;

/** Installs bundles without content, as the installer would. */
record Installation(Path home) {

    Installation(Path home) {
        this.home = home;
        try {
            Files.createDirectories(home.resolve("plugins"));
            Files.createDirectories(plugins().list().getParent());
            Path framework = Path.of(EquinoxFactory.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Files.copy(framework, home.resolve("plugins/org.eclipse.osgi_3.jar"));
            Files.writeString(
                    plugins().list(),
                    "#encoding=UTF-8\norg.eclipse.osgi,3.0.0,plugins/org.eclipse.osgi_3.jar,-1,true\n");
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Plugins plugins() {
        return new Plugins(home);
    }

    /** Adds a bundle with these headers, each {@code Name: value}. */
    void add(String name, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        for (String header : headers) {
            int colon = header.indexOf(": ");
            main.putValue(header.substring(0, colon), header.substring(colon + 2));
        }
        String file = "plugins/" + name + "_1.0.0.jar";
        try (OutputStream out = Files.newOutputStream(home.resolve(file));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
        Files.write(
                plugins().list(),
                List.of(name + ",1.0.0," + file + ",4,false"),
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
    }
}
