package org.tachyscope.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Describes a plug-in that is made while the test runs, as small as one can be: one component, an operation.
 *
 * @param name symbolic name
 * @param id id of the operation
 * @param type class of the component; not in the bundle if it is no class of this one
 * @param imports packages beside those of the API, or empty
 * @param waitsFor service that the component waits for, or empty
 */
record Handmade(String name, String id, String type, String imports, String waitsFor) {

    /** Describes a plug-in whose operation is called like its bundle. */
    Handmade(String name, String type, String imports, String waitsFor) {
        this(name, name, type, imports, waitsFor);
    }

    /** Installs the plug-in and starts it if it resolves. */
    Bundle install() throws BundleException, IOException {
        Bundle bundle = Osgi.context().installBundle("handmade:" + name, jar());
        if (imports.isEmpty()) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
        return bundle;
    }

    private InputStream jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
            add(jar, "OSGI-INF/component.xml", component().getBytes(StandardCharsets.UTF_8));
            addClass(jar, type);
            addClass(jar, type + "$Params");
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void addClass(JarOutputStream jar, String type) throws IOException {
        String path = type.replace('.', '/') + ".class";
        try (InputStream of = Handmade.class.getResourceAsStream("/" + path)) {
            if (of != null) {
                add(jar, path, of.readAllBytes());
            }
        }
    }

    private static void add(JarOutputStream jar, String path, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(path));
        jar.write(bytes);
        jar.closeEntry();
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-ActivationPolicy", "lazy");
        headers.putValue("Service-Component", "OSGI-INF/component.xml");
        String api = "org.tachyscope.api,org.tachyscope.api.data";
        headers.putValue("Import-Package", imports.isEmpty() ? api : api + "," + imports);
        return manifest;
    }

    private String component() {
        String reference = waitsFor.isEmpty() ? "" : "<reference name='needed' interface='" + waitsFor + "'/>";
        return "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='" + name + "'>"
                + "<service><provide interface='org.tachyscope.api.Operation'/></service>"
                + "<property name='tachyscope.id' value='" + id + "'/>" + reference
                + "<implementation class='" + type + "'/></scr:component>";
    }
}
