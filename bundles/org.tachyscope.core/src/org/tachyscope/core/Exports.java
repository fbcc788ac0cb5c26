package org.tachyscope.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;

/** Finds the exporter for a file and writes whole files or none. Safe for any thread. */
public final class Exports {

    private final Catalog catalog;

    /** Chooses among the exporters of {@code catalog}. */
    public Exports(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Names what is written and where.
     *
     * @param content what is written
     * @param metadata what is known about it
     * @param file its final place; the folder is made if it isn't there
     */
    public record Output(Content content, Metadata metadata, Path file) {}

    /**
     * Lists the exporters that can hold {@code content}, those whose usual extension is the file's first.
     *
     * @param file only its extension counts
     */
    public List<Contributed<Exporter<?>>> fitting(Path file, Content content) {
        String extension = FileNames.extension(file);
        return catalog.exporters().stream()
                .filter(exporter -> exporter.service().extensions().contains(extension)
                        && exporter.service().accepts(content))
                .sorted((a, b) -> Integer.compare(place(a, extension), place(b, extension)))
                .toList();
    }

    /**
     * Returns the exporter with an id, or the one that the file's extension asks for.
     *
     * @throws IllegalArgumentException in one sentence, if none fits
     */
    public Contributed<Exporter<?>> choose(Optional<String> id, Path file, Content content) {
        if (id.isPresent()) {
            Contributed<Exporter<?>> exporter = catalog.exporter(id.get());
            if (!exporter.service().accepts(content)) {
                throw new IllegalArgumentException(
                        file.getFileName() + ": exporter " + id.get() + " can't hold " + describe(content));
            }
            return exporter;
        }
        return fitting(file, content).stream().findFirst().orElseThrow(() -> nobody(file, content));
    }

    /**
     * Writes a file beside its final place and renames it when it is complete. A failure, a cancellation or the end of the
     * JVM leaves nothing behind, and a file that was there before stays as it was.
     *
     * @param params values for the exporter's parameters, plain ones as {@link Parameters} says
     * @throws IOException in one sentence that names the file or folder and the reason
     * @throws IllegalArgumentException if a parameter is wrong or the exporter can't hold the content
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static void write(Exporter<?> exporter, Map<String, ?> params, Output output, Progress progress)
            throws IOException {
        writeWith(exporter, params, output, progress);
    }

    private static <P extends Record> void writeWith(
            Exporter<P> exporter, Map<String, ?> params, Output output, Progress progress) throws IOException {
        P values = Parameters.fromMap(exporter.defaults(), params, "");
        WholeFile.write(
                output.file(),
                Size.estimate(output.content()),
                part -> exporter.write(
                        new Exporter.Job<>(output.content(), output.metadata(), part, values), progress));
    }

    private IllegalArgumentException nobody(Path file, Content content) {
        String known = catalog.exporters().stream()
                .filter(exporter -> exporter.service().accepts(content))
                .flatMap(exporter -> exporter.service().extensions().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(file.getFileName() + ": no exporter writes " + describe(content) + " as ."
                + FileNames.extension(file) + "; known: " + (known.isEmpty() ? "none" : known));
    }

    private static String describe(Content content) {
        return switch (content) {
            case Stack stack -> "a " + stack.type() + " stack of " + stack.shape();
            case Frame frame ->
                "a " + frame.type() + " frame of " + frame.height() + " × " + frame.width()
                        + (frame.channels() == 1 ? "" : " × " + frame.channels());
            case Curve _ -> "a curve";
            case Table _ -> "a table";
        };
    }

    private static int place(Contributed<Exporter<?>> exporter, String extension) {
        return exporter.service().extensions().indexOf(extension);
    }
}
