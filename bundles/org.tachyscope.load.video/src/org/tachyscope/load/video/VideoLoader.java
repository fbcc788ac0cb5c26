package org.tachyscope.load.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.load.video.VideoParams.Colour;
import org.tachyscope.load.video.VideoParams.OnError;

/**
 * Opens videos with FFmpeg, frame-exact: frame N is the N-th in the order of presentation times, at constant and variable
 * rates, with B-frames, edit lists, a start time that isn't zero, and whatever the header says.
 *
 * <p>To plan, all packets are read once and none is decoded but the first; what was found is kept in the user's cache folder. Then any frame is decoded from the key frame before
 * it. 8 bit stay U8; 9 to 16 bit become U16 with the values that are stored. Frames are taken as they are stored: a note about
 * orientation turns nothing, and pixels that aren't square stay so.
 */
@Component
@Contribution(id = "video", label = "Video")
public final class VideoLoader implements Loader<VideoParams> {

    private final Optional<IndexCache> cache;

    /** Keeps indexes in the user's cache folder. */
    @Activate
    public VideoLoader() {
        this(Optional.of(IndexCache.ofUser()));
    }

    /** Keeps indexes somewhere else, or nowhere. */
    VideoLoader(Optional<IndexCache> cache) {
        this.cache = cache;
    }

    @Override
    public VideoParams defaults() {
        return new VideoParams(Colour.GRAY, OnError.STOP, 0);
    }

    @Override
    public int score(Probe probe) {
        if (probe.folder()) {
            return NO;
        }
        if (Container.of(probe::headByte).isPresent()) {
            return CERTAIN;
        }
        return Container.named(probe.extension()) ? MAYBE : NO;
    }

    @Override
    public Plan plan(Path source, VideoParams params, Progress progress) throws IOException {
        progress.step("looking at " + source.getFileName());
        check(source);
        long size = Files.size(source);
        FileTime modified = Files.getLastModifiedTime(source);
        try {
            Index index = index(source, progress);
            Source known = new Source(source, size, modified, index, threads(params));
            return new VideoPlan(FirstLook.at(known, progress), params);
        } catch (IOException e) {
            progress.checkCancelled(); // which makes reading fail
            throw e;
        }
    }

    private Index index(Path source, Progress progress) throws IOException {
        if (cache.isEmpty()) {
            return Scan.of(source, progress);
        }
        Fingerprint state = Fingerprint.of(source);
        Optional<Index> known = cache.get().find(state);
        if (known.isPresent()) {
            return known.get();
        }
        Index made = Scan.of(source, progress);
        cache.get().keep(state, made);
        return made;
    }

    private static int threads(VideoParams params) {
        return params.threads() == 0 ? Runtime.getRuntime().availableProcessors() : params.threads();
    }

    private static void check(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            throw new IOException(source + " is a folder, not a video");
        }
        if (!Files.exists(source)) {
            throw new NoSuchFileException(source + " does not exist");
        }
        if (Files.size(source) == 0) {
            throw new IOException(source + " is empty (0 bytes)");
        }
    }
}
