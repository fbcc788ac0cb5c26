package org.tachyscope.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.FrameworkUtil;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;

/** Finds the loader for a file or folder and plans its reading. Safe for any thread. */
public final class Sources {

    private final Catalog catalog;

    /** Chooses among the loaders of {@code catalog}. */
    public Sources(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Says how well a loader fits.
     *
     * @param loader the loader
     * @param score from {@link Loader#NO}, exclusive, to {@link Loader#CERTAIN}
     */
    public record Candidate(Contributed<Loader<?>> loader, int score) {}

    /**
     * Lists the loaders that fit a source.
     *
     * @param candidates the best first
     * @param remarks loaders that failed while they were asked, one sentence each
     */
    public record Ranking(List<Candidate> candidates, List<String> remarks) {}

    /**
     * Says how a source would be read.
     *
     * @param source the file or folder
     * @param loader the loader that was chosen
     * @param params the loader's parameters
     * @param plan what reading will give, cost and lose
     * @param remarks loaders that failed while they were asked, one sentence each
     */
    public record Planned(Path source, Contributed<Loader<?>> loader, Record params, Plan plan, List<String> remarks) {}

    /**
     * Names a source and how to read it.
     *
     * @param path file or folder
     * @param loader id of a loader, or empty to take the one that fits best
     * @param params values for the loader's parameters, plain ones as {@link Parameters} says
     * @param field where {@code params} come from, put in front of complaints, or empty
     */
    public record Request(Path path, Optional<String> loader, Map<String, ?> params, String field) {

        /** Takes the loader that fits best, as it is. */
        public static Request of(Path path) {
            return new Request(path, Optional.empty(), Map.of(), "");
        }
    }

    /**
     * Asks every loader for its score. One that throws is set aside.
     *
     * @throws IOException naming {@code source}, if there is nothing or it can't be read
     */
    public Ranking rank(Path source) throws IOException {
        Probe probe = Probe.of(source);
        List<Candidate> candidates = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Contributed<Loader<?>> loader : catalog.loaders()) {
            try {
                int score = loader.service().score(probe);
                if (score > Loader.NO) {
                    candidates.add(new Candidate(loader, score));
                }
            } catch (RuntimeException | LinkageError e) {
                remarks.add("loader " + loader.id() + " of " + loader.bundle() + " was set aside: " + Reason.of(e));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        return new Ranking(List.copyOf(candidates), List.copyOf(remarks));
    }

    /**
     * Finds out what a source holds and what reading it costs, without reading pixels.
     *
     * @throws IOException in one sentence that names the file and the reason, if no loader opens it
     * @throws IllegalArgumentException if the loader is unknown or a parameter is wrong
     */
    public Planned plan(Request request, Progress progress) throws IOException {
        if (request.loader().isPresent()) {
            Probe.of(request.path());
            return planned(request, catalog.loader(request.loader().get()), List.of(), progress);
        }
        Ranking ranking = rank(request.path());
        if (ranking.candidates().isEmpty()) {
            throw new IOException(nobody(request.path(), ranking.remarks()));
        }
        return planned(request, ranking.candidates().getFirst().loader(), ranking.remarks(), progress);
    }

    /**
     * Returns how the same source is read through the disk cache: decoded once, mapped from then on. A source that is mapped
     * itself stays as it is.
     *
     * @throws IOException in one sentence, if there is no disk cache or it can't be read
     */
    public Planned cached(Planned planned) throws IOException {
        if (planned.plan().cost().access() == Plan.Access.MAPPED) {
            return planned;
        }
        DiskCache cache =
                catalog.cache().orElseThrow(() -> new IOException("there is no disk cache: no plug-in brings one"));
        Contributed<Loader<?>> loader = planned.loader();
        DiskCache.Key key = new DiskCache.Key(
                planned.source(), loader.id() + version(loader.service()), Parameters.toText(planned.params()));
        return new Planned(
                planned.source(), loader, planned.params(), cache.through(key, planned.plan()), planned.remarks());
    }

    /** A new version of a loader may decode otherwise. On a plain class path there are no versions. */
    private static String version(Object service) {
        return Optional.ofNullable(FrameworkUtil.getBundle(service.getClass()))
                .map(bundle -> " " + bundle.getVersion())
                .orElse("");
    }

    private String nobody(Path source, List<String> remarks) {
        String known = catalog.loaders().stream().map(Contributed::id).collect(Collectors.joining(", "));
        return source + ": no loader opens this; known: " + (known.isEmpty() ? "none" : known)
                + (remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")");
    }

    private static Planned planned(
            Request request, Contributed<Loader<?>> loader, List<String> remarks, Progress progress)
            throws IOException {
        return planned(request, loader, loader.service(), remarks, progress);
    }

    private static <P extends Record> Planned planned(
            Request request,
            Contributed<Loader<?>> contributed,
            Loader<P> loader,
            List<String> remarks,
            Progress progress)
            throws IOException {
        P params = Parameters.fromMap(loader.defaults(), request.params(), request.field());
        Plan plan = loader.plan(request.path(), params, progress);
        return new Planned(request.path(), contributed, params, plan, remarks);
    }
}
