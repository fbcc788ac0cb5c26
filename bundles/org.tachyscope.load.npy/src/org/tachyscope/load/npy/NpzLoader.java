package org.tachyscope.load.npy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Table;

/**
 * Opens one array of a file that {@code numpy.savez} or {@code savez_compressed} wrote. A stored array is mapped in place, a
 * deflated one unpacked into memory once, or into the disk cache, never beyond the size that the file's directory and the array's
 * header agree on. Nothing is written anywhere; a file with an entry whose name leads out of its folder is refused nevertheless.
 */
@Component
@Contribution(id = "npz", label = "NumPy arrays", group = "Arrays")
public final class NpzLoader implements Loader<NpzParams> {

    @Override
    public NpzParams defaults() {
        return new NpzParams("", Axes.AUTO, ComplexPart.MAGNITUDE, Values.KEEP, 1, 0);
    }

    @Override
    public int score(Probe probe) {
        if (probe.folder() || !probe.extension().equals("npz")) {
            return NO;
        }
        return probe.startsWith('P', 'K') ? CERTAIN : MAYBE;
    }

    @Override
    public Plan plan(Path source, NpzParams params, Progress progress) throws IOException {
        progress.checkCancelled();
        try (FileChannel channel = NpyLoader.channel(source)) {
            Zip zip = Zip.read(source, channel);
            List<Found> found = new ArrayList<>();
            for (Zip.Entry entry : zip.entries()) {
                progress.checkCancelled();
                found.add(Found.of(source, entry, channel));
            }
            Found chosen = chosen(source, found, params.entry());
            return plan(source, chosen, params.array(), new About(notes(chosen, found), report(found)));
        }
    }

    /** What a plan says about the file beside the array. */
    record About(List<String> notes, Plan.Report arrays) {}

    /** An entry and its header, or why there is none. */
    private record Found(Zip.Entry entry, Optional<Header> header, String refusal) {

        static Found of(Path file, Zip.Entry entry, FileChannel channel) {
            try {
                return new Found(entry, Optional.of(entry.header(file, channel)), "");
            } catch (IOException e) {
                return new Found(entry, Optional.empty(), String.valueOf(e.getMessage()));
            }
        }

        String name() {
            return Zip.Entry.array(entry.name());
        }
    }

    private static Found chosen(Path file, List<Found> found, String name) throws IOException {
        String names = found.stream().map(Found::name).collect(Collectors.joining(", "));
        if (found.isEmpty()) {
            throw new IOException(file + ": the file holds no arrays");
        }
        if (name.isEmpty()) {
            return found.stream()
                    .filter(one -> one.header().isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IOException(
                            found.size() == 1
                                    ? found.getFirst().refusal()
                                    : file + ": none of its arrays makes a stack: " + names + "; "
                                            + found.getFirst().refusal()));
        }
        Found named = found.stream()
                .filter(one -> one.entry().name().equals(name) || one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(file + ": there is no array " + name + "; known: " + names));
        if (named.header().isEmpty()) {
            throw new IOException(named.refusal());
        }
        return named;
    }

    private static Plan plan(Path file, Found chosen, NpyParams params, About about) throws IOException {
        Header header = chosen.header().orElseThrow();
        if (chosen.entry().method() == Zip.STORED) {
            Place place = new Place.Stored(file, chosen.entry().name());
            return NpyPlan.of(place, header.movedBy(chosen.entry().from()), params, Optional.of(about));
        }
        NpyPlan array = NpyPlan.of(new Place.Whole(file), header, params, Optional.of(about));
        return new NpzPlan(file, chosen.entry(), array);
    }

    private static List<String> notes(Found chosen, List<Found> found) {
        List<String> others = found.stream()
                .filter(one -> one != chosen)
                .map(Found::name)
                .limit(6)
                .toList();
        return others.isEmpty()
                ? List.of()
                : List.of(chosen.name() + " of " + found.size() + " arrays; the others are " + String.join(", ", others)
                        + (found.size() > 7 ? ", …" : "") + " (entry=NAME)");
    }

    private static Plan.Report report(List<Found> found) {
        return new Plan.Report(
                "arrays",
                new Table(List.of(
                        texts("array", found.stream().map(Found::name).toList()),
                        texts(
                                "dtype",
                                found.stream()
                                        .map(one ->
                                                one.header().map(Header::descr).orElse(""))
                                        .toList()),
                        texts(
                                "shape",
                                found.stream()
                                        .map(one -> one.header()
                                                .map(header -> Axes.text(header.lengths()))
                                                .orElse(one.refusal()))
                                        .toList()),
                        texts(
                                "packed",
                                found.stream()
                                        .map(one -> one.entry().method() == Zip.STORED ? "no" : "yes")
                                        .toList()))));
    }

    private static Column texts(String label, List<String> values) {
        return new Column.Texts(label, "", values);
    }
}
