package org.tachyscope.app.internal;

import org.tachyscope.core.Catalog;
import org.tachyscope.export.CsvExporter;
import org.tachyscope.export.NpyExporter;
import org.tachyscope.export.PlotExporter;
import org.tachyscope.export.PngExporter;
import org.tachyscope.load.folder.FolderLoader;
import org.tachyscope.load.npy.NpyLoader;
import org.tachyscope.ops.Max;
import org.tachyscope.ops.Mean;
import org.tachyscope.ops.Min;
import org.tachyscope.ops.RoiMean;
import org.tachyscope.ops.Std;
import org.tachyscope.ops.Sum;

/** Runs the command line on a plain class path, with the plug-ins of the product. */
final class Plain {

    private Plain() {}

    static Catalog catalog() {
        return Catalog.of(
                new NpyLoader(),
                new FolderLoader(),
                new Mean(),
                new Min(),
                new Max(),
                new Std(),
                new Sum(),
                new RoiMean(),
                new CsvExporter(),
                new PlotExporter(),
                new NpyExporter(),
                new PngExporter());
    }

    public static void main(String[] arguments) {
        System.exit(Cli.run(Terminal.system(), Plain::catalog, "1.0.0", arguments));
    }
}
