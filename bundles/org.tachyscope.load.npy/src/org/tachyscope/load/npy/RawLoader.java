package org.tachyscope.load.npy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Param;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;

/**
 * Opens a file {@code x.raw} or {@code x.bin} of bare samples, frame after frame, that a file {@code x.raw.json} or
 * {@code x.json} beside it describes, see {@link Sidecar}. It is mapped, and converted when read, as an {@code .npy} is.
 */
@Component
@Contribution(id = "raw", label = "Raw samples with a description", group = "Arrays")
public final class RawLoader implements Loader<RawLoader.Params> {

    /** Nothing in the file itself tells what it is. */
    private static final int DESCRIBED = CERTAIN - 10;

    /**
     * Says how to read samples; where they lie is in the description.
     *
     * @param complex what a complex number becomes
     */
    public record Params(
            @Param(label = "Complex", help = "What a complex number becomes.")
            ComplexPart complex,

            @Param(
                    label = "Values",
                    help =
                            "KEEP: values stay, rounded where F32 doesn't hold them. MIN_MAX: the smallest to the largest"
                                    + " become 0 to 1. SCALE: value × scale + offset.")
            Values values,

            @Param(label = "Scale", help = "With SCALE, the factor.")
            double scale,

            @Param(label = "Offset", help = "With SCALE, what is added.")
            double offset) {}

    @Override
    public Params defaults() {
        return new Params(ComplexPart.MAGNITUDE, Values.KEEP, 1, 0);
    }

    @Override
    public int score(Probe probe) {
        boolean named = probe.extension().equals("raw") || probe.extension().equals("bin");
        return !probe.folder() && named && Sidecar.of(probe.path()).isPresent() ? DESCRIBED : NO;
    }

    @Override
    public Plan plan(Path source, Params params, Progress progress) throws IOException {
        progress.checkCancelled();
        try (FileChannel channel = NpyLoader.channel(source)) {
            Path sidecar = Sidecar.of(source)
                    .orElseThrow(() -> new IOException(
                            source + ": no description beside it, named " + source.getFileName() + ".json"));
            Place place = new Place.Described(source, sidecar);
            Header header = place.header(channel);
            Axes axes = header.lengths().size() == 4 ? Axes.THWC : Axes.THW;
            NpyParams array = new NpyParams(axes, params.complex(), params.values(), params.scale(), params.offset());
            return NpyPlan.of(place, header, array, Optional.empty());
        }
    }
}
