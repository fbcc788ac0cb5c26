package org.tachyscope.app.internal;

import java.util.stream.Stream;
import org.tachyscope.api.DiskCache;
import org.tachyscope.core.Catalog;
import org.tachyscope.load.cache.FileCache;

/** Runs the command line on a plain class path, with the plug-ins of the product. */
final class Plain {

    private static final Catalog CATALOG = catalog(new FileCache());

    private Plain() {}

    static Catalog catalog() {
        return CATALOG;
    }

    /** Returns all plug-ins with a disk cache. */
    static Catalog catalog(DiskCache cache) {
        return Catalog.of(
                Stream.concat(Stream.of(PlugIns.all()), Stream.of(cache)).toArray());
    }

    public static void main(String[] arguments) {
        System.exit(Cli.run(Terminal.system(), Plain::catalog, "1.0.0", arguments));
    }
}
