package org.tachyscope.app.internal;

import org.tachyscope.core.Catalog;

/** Runs the command line on a plain class path, with the plug-ins of the product. */
final class Plain {

    private static final Catalog CATALOG = Catalog.of(PlugIns.all());

    private Plain() {}

    static Catalog catalog() {
        return CATALOG;
    }

    public static void main(String[] arguments) {
        System.exit(Cli.run(Terminal.system(), Plain::catalog, "1.0.0", arguments));
    }
}
