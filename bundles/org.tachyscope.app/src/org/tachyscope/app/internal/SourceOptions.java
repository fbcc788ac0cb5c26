package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Progress;
import org.tachyscope.core.Contributed;
import org.tachyscope.core.FileNames;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names a source and how to read it. */
final class SourceOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @CommandLine.Parameters(paramLabel = "SOURCE", description = "A folder of images or a file, such as an .npy array.")
    Path path;

    @Option(
            names = "--loader",
            paramLabel = "ID",
            description = "Read with this loader instead of the one that fits best ('tachyscope plugins' lists them).")
    Optional<String> loader = Optional.empty();

    @Option(
            names = "--loader-param",
            paramLabel = "NAME=VALUE",
            description = "Set a parameter of the loader, such as onError=stop for a folder. May be repeated;"
                    + " 'tachyscope plugins' lists the parameters.")
    List<String> params = new ArrayList<>();

    @Option(
            names = "--cache",
            description = "Decode the source into the disk cache once and map it from there; the next time it opens at"
                    + " once. A source that is mapped itself stays where it is. 'tachyscope cache list' shows what is"
                    + " kept.")
    boolean cache;

    @Option(
            names = "--axes",
            paramLabel = "ORDER",
            description = "Which axis of an array is time, rows, columns and channels, such as THWC or HWT; short for"
                    + " --loader-param axes=ORDER.")
    Optional<String> axes = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "Which group of a mixed folder is read: its name or number in the table of groups that"
                    + " 'tachyscope info' shows, or all; short for --loader-param group=NAME.")
    Optional<String> group = Optional.empty();

    /** Plans to read the source. A wrong option is wrong usage. */
    Sources.Planned plan(Session session, Progress progress) throws IOException {
        Path source = session.terminal().resolve(path);
        Sources sources = new Sources(session.catalog());
        try {
            Optional<Contributed<Loader<?>>> chosen = loader.isPresent()
                    ? Optional.of(session.catalog().loader(loader.get()))
                    : sources.rank(source).candidates().stream().findFirst().map(Sources.Candidate::loader);
            String id = chosen.map(Contributed::id).orElse("");
            Map<String, Object> values =
                    chosen.isPresent() ? Parameters.parse(chosen.get().service().defaults(), assigned(), id) : Map.of();
            Sources.Planned planned = sources.plan(new Sources.Request(source, loader, values, id), progress);
            return cache ? sources.cached(planned) : planned;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> assigned() {
        List<String> all = new ArrayList<>(params);
        axes.ifPresent(order -> all.add("axes=" + order));
        group.ifPresent(name -> all.add("group=" + name));
        return all;
    }

    /** Returns the name that results of this source are called after. */
    String baseName(Session session) {
        return baseName(session.terminal().resolve(path));
    }

    /** Returns the name that results are called after: a file's without its extension, or the folder's. */
    static String baseName(Path source) {
        Path named = source.toAbsolutePath().normalize();
        String base = Files.isDirectory(source) ? String.valueOf(named.getFileName()) : FileNames.stem(named);
        return base.equals("null") ? "stack" : base.replaceAll("[\\\\:]", "_");
    }
}
