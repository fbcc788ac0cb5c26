package org.tachyscope.load.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.load.folder.FolderParams.Access;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.load.folder.FolderParams.Orientation;
import org.tachyscope.load.folder.FolderParams.Scale;
import org.tachyscope.load.folder.FolderParams.Sizes;
import org.tachyscope.load.folder.Headers.Patience;
import org.tachyscope.opencv.OpenCv;

/**
 * Opens a folder of PNG, JPEG, TIFF, BMP, WebP and PNM images as one stack, decoded into memory once by OpenCV.
 *
 * <p>A mixed folder is sorted into groups by format, scheme of the names and size, of which one is read. Frames come in the
 * natural order of the file names, every page of a TIFF a frame. The first readable image of the size that most have defines
 * extent, channels and type: 8 bit becomes U8, 16 bit U16, everything else F32. Of an animated WebP only the first picture is
 * read; more of them are a loss. Images are taken as they are stored unless
 * the user wants them turned as the camera noted; the times it noted are those of the frames if they increase. always has three channels at least.
 *
 * <p>Peak memory is the stack and, for each processor, one file and what its decoder needs.
 */
@Component
@Contribution(id = "folder", label = "Folder of images")
public final class FolderLoader implements Loader<FolderParams> {

    /** A single image is for a loader of its format, if there is one. */
    private static final int ONE_IMAGE = MAYBE - 10;

    @Override
    public FolderParams defaults() {
        return new FolderParams(
                OnError.SKIP,
                OnError.SKIP,
                Double.NaN,
                Channels.KEEP,
                "",
                Sizes.REFUSE,
                Access.AUTO,
                Orientation.KEEP,
                Scale.FULL,
                false,
                RawGeometry.NONE);
    }

    @Override
    public int score(Probe probe) {
        if (probe.folder()) {
            return MAYBE;
        }
        return Format.of(probe::headByte).isPresent() || raw(probe) || matrix(probe) ? ONE_IMAGE : NO;
    }

    private static boolean raw(Probe probe) {
        return probe.size() > 0 && Format.ofName("." + probe.extension()).equals(Optional.of(Format.RAW));
    }

    private static boolean matrix(Probe probe) {
        if (!Format.ofName("." + probe.extension()).equals(Optional.of(Format.TEXT))) {
            return false;
        }
        byte[] head = new byte[probe.headLength()];
        for (int i = 0; i < head.length; i++) {
            head[i] = (byte) probe.headByte(i);
        }
        return Syntax.of(head, head.length == probe.size()).isPresent();
    }

    @Override
    public Plan plan(Path source, FolderParams params, Progress progress) throws IOException {
        progress.step("looking at " + source.getFileName());
        boolean one = !Files.isDirectory(source);
        Thread.ofPlatform().daemon().name("loading OpenCV").start(FolderLoader::loadOpenCv);
        Path parent = Optional.ofNullable(source.toAbsolutePath().getParent()).orElse(source);
        Listing listing = Listing.of(one && params.siblings() ? parent : source, progress);
        Headers headers = Headers.read(listing.files(), params.raw(), patience(params), progress.silent());
        Groups groups = Groups.of(listing, headers);
        Group group = one && params.siblings()
                ? groups.around(String.valueOf(source.getFileName()))
                : groups.choose(params.group());
        OpenCv.loadWithCodecs();
        Survey survey = Survey.of(listing, group, Slots.of(listing, headers, group, params), params, progress);
        return FolderPlan.of(survey, params, new Findings(survey, groups, headers, params));
    }

    /** Takes a while the first time, in which headers are read. Whoever needs it hears why it doesn't load. */
    private static void loadOpenCv() {
        try {
            OpenCv.loadWithCodecs();
        } catch (IOException e) {
            // told again by the call that needs it
        }
    }

    /** Looks at every file if what it says decides about the stack. */
    private static Patience patience(FolderParams params) {
        boolean all = params.sizes() != Sizes.REFUSE
                || params.orientation() == Orientation.APPLY
                || params.scale() != Scale.FULL;
        return all ? Patience.ENDLESS : Patience.SHORT;
    }
}
