package org.tachyscope.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tachyscope.core.Seconds;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.recipe.Report;

/** Says what a run did. */
final class Summary {

    private Summary() {}

    static String text(Report report, List<String> notes, Path source, String memory, List<Path> files) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "source",
                source + " (" + report.loader() + "): " + Words.shape(report.shape()) + ", " + report.type() + ", "
                        + Words.size(report.shape(), report.type())));
        String ids =
                report.recipe().reductions().stream().map(Recipe.Reduce::id).collect(Collectors.joining(", "));
        if (ids.isEmpty()) {
            String steps =
                    report.recipe().operations().stream().map(Recipe.Step::id).collect(Collectors.joining(", "));
            rows.add(List.of("applied", steps));
        } else {
            rows.add(List.of("reduced", Words.count(report.frames(), "frame") + " to " + ids));
        }
        rows.add(List.of("time", time(report)));
        rows.add(List.of("memory", memory));
        lines(rows, "losses", Words.losses(report.losses()));
        lines(
                rows,
                "notes",
                Stream.concat(notes.stream(), report.notes().stream()).toList());
        lines(rows, "written", files.stream().map(Path::toString).toList());
        return Words.aligned(rows);
    }

    private static String time(Report report) {
        Report.Times times = report.times();
        String reduce = report.recipe().reductions().isEmpty() ? "" : ", " + Seconds.text(times.fold()) + " to reduce";
        boolean writes = report.complete() && !report.recipe().outputs().isEmpty();
        String write = writes ? ", " + Seconds.text(times.write()) + " to apply and write" : "";
        return Seconds.text(times.open()) + " to open" + reduce + write + ": " + Words.rate(report.framesPerSecond())
                + " frames/s";
    }

    private static void lines(List<List<String>> rows, String name, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            rows.add(List.of(i == 0 ? name : "", lines.get(i)));
        }
    }
}
