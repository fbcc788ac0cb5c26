package org.tachyscope.start.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar without its signature, which the installer has checked. Java checks that of a jar on the class path at every
 * start, which takes a fifth of a second, and archives no signed classes.
 */
final class Unsigned {

    private Unsigned() {}

    static void copy(Path signed, Path unsigned) throws IOException {
        try (ZipFile in = new ZipFile(signed.toFile());
                OutputStream file = Files.newOutputStream(unsigned);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = Objects.requireNonNull(entries.nextElement());
                if (!isSignature(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                }
            }
        }
    }

    private static boolean isSignature(String name) {
        return name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    }
}
