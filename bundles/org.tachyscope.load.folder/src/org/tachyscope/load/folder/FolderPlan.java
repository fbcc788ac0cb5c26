package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.opencv.OpenCv;

/** Plans to decode every file of a listing into memory. */
final class FolderPlan implements Plan {

    private final Survey survey;
    private final FolderParams params;
    private final Shape shape;
    private final Cost cost;

    /** Surveyed files are known; the others are taken to be like the first readable one. */
    FolderPlan(Survey survey, FolderParams params) {
        this.survey = survey;
        this.params = params;
        this.shape = survey.first().layout().shape(survey.listing().files().size() - dropped());
        this.cost = new Cost(
                Math.multiplyExact(survey.first().layout().bytes(), shape.frames()),
                0,
                survey.listing().estimatedBytes(),
                Access.LOADED);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return survey.first().layout().type();
    }

    @Override
    public Cost cost() {
        return cost;
    }

    @Override
    public List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        if (!survey.broken().isEmpty()) {
            SortedMap<Integer, String> broken = new TreeMap<>();
            survey.broken().forEach(reason -> broken.put(broken.size(), reason));
            losses.add(Sentences.broken(survey.listing(), broken, params.onError()));
        }
        if (!survey.first().change().isEmpty()) {
            losses.add(
                    new Loss(Loss.Kind.CONVERTED, shape.frames(), survey.first().change()));
        }
        if (survey.first().pictures() > 1) {
            losses.add(Sentences.morePictures(1, survey.first().pictures() - 1, survey.firstName()));
        }
        return List.copyOf(losses);
    }

    @Override
    public List<String> notes() {
        Listing listing = survey.listing();
        int files = listing.files().size();
        List<String> notes = new ArrayList<>();
        if (files == 1) {
            notes.add(listing.name(0) + " alone makes a stack of one frame");
        } else {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d images in the natural order of their names, %s to %s",
                    files,
                    listing.name(0),
                    listing.name(files - 1)));
            notes.add("frames are " + survey.first().layout() + " like " + survey.firstName() + "; a file that differs "
                    + rule());
        }
        switch (shape.channels()) {
            case 3 -> notes.add("channels are red, green, blue");
            case 4 -> notes.add("channels are red, green, blue, alpha");
            default -> {}
        }
        if (listing.ignored() > 0) {
            notes.add(String.format(
                    Locale.ROOT, "%,d other entries of the folder are not named like images", listing.ignored()));
        }
        return List.copyOf(notes);
    }

    @Override
    public Stack open(Progress progress) throws IOException {
        progress.checkCancelled();
        OpenCv.loadWithCodecs();
        Memory.require(cost.memoryBytes(), survey.listing().source() + " (" + shape + " " + type() + ")");
        progress.step("decoding");
        Arena arena = Arena.ofShared();
        try {
            return read(arena, Native.zeros(arena, cost.memoryBytes()), progress);
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private Stack read(Arena arena, MemorySegment frames, Progress progress) throws IOException {
        long lead =
                (survey.broken().size() - dropped()) * survey.first().layout().bytes();
        Frames.fill(frames.asSlice(0, lead), type());
        Reading reading = new Reading(survey, params, survey.broken().size(), frames.asSlice(lead), progress);
        return new Outcome(survey, params, losses(), reading.run()).stack(arena, frames);
    }

    /** Counts the files that are known to be broken and leave no frame. */
    private int dropped() {
        return params.onError() == OnError.SKIP ? survey.broken().size() : 0;
    }

    private String rule() {
        return switch (params.onError()) {
            case STOP -> "stops the loading";
            case SKIP -> "is left out";
            case FILL -> "becomes a frame of " + (type() == PixelType.F32 ? "NaN" : "zeros");
        };
    }
}
