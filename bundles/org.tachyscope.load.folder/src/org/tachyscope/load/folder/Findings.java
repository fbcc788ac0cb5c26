package org.tachyscope.load.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.tachyscope.api.Plan.Report;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Table;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.load.folder.FolderParams.Orientation;
import org.tachyscope.load.folder.FolderParams.Scale;
import org.tachyscope.load.folder.FolderParams.Sizes;

/** Words what is known of a source before it is read. */
record Findings(Survey survey, Groups groups, Headers headers, FolderParams params) {

    /** Admits what is known to get lost. */
    List<Loss> losses(int frames) {
        List<Loss> losses = new ArrayList<>(Sentences.broken(survey, survey.broken()));
        Numbers numbers = survey.group().numbers();
        if (params.missing() == OnError.SKIP && numbers.missing() > 0) {
            losses.add(new Loss(
                    Loss.Kind.SKIPPED,
                    numbers.missing(),
                    numbers.missing() + (numbers.missing() == 1 ? " number is" : " numbers are")
                            + " missing among the files " + numbers.range() + ": " + numbers.missingText()));
        }
        String others = groups.others(survey.group());
        if (params.group().isEmpty() && !others.isEmpty()) {
            long files =
                    survey.listing().files().size() - survey.group().files().size();
            losses.add(new Loss(
                    Loss.Kind.SKIPPED,
                    files,
                    files + (files == 1 ? " file" : " files") + " of other groups left out: " + others));
        }
        if (!survey.first().change().isEmpty()) {
            losses.add(new Loss(Loss.Kind.CONVERTED, frames, survey.first().change()));
        }
        fitted().ifPresent(losses::add);
        if (params.scale() != Scale.FULL) {
            Picture asStored = headers.head(
                            survey.slots().get(survey.reference()).file())
                    .pictures()
                    .getFirst();
            losses.add(new Loss(
                    Loss.Kind.BINNED,
                    frames,
                    "JPEG was decoded at 1/" + params.scale().divisor() + ", " + survey.firstName() + " from "
                            + asStored.size() + " px to "
                            + survey.slots().get(survey.reference()).picture().size()));
        }
        if (survey.first().pictures() > 1) {
            losses.add(Sentences.morePictures(1, survey.first().pictures() - 1, survey.firstName()));
        }
        return List.copyOf(losses);
    }

    private Optional<Loss> fitted() {
        long count = survey.slots().stream()
                .filter(slot -> slot.sized()
                        && (slot.height() != survey.layout().height()
                                || slot.width() != survey.layout().width()))
                .count();
        String size = survey.layout().width() + " × " + survey.layout().height() + " px";
        return count == 0 || params.sizes() == Sizes.REFUSE
                ? Optional.empty()
                : Optional.of(
                        params.sizes() == Sizes.CROP
                                ? new Loss(Loss.Kind.CROPPED, count, count + " pictures were cut to " + size)
                                : new Loss(Loss.Kind.FILLED, count, count + " pictures were padded to " + size));
    }

    /** States the rules that were applied. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.addAll(source());
        switch (survey.layout().channels()) {
            case 3 -> notes.add("channels are red, green, blue");
            case 4 -> notes.add("channels are red, green, blue, alpha");
            default -> {}
        }
        if (survey.slots().get(survey.reference()).picture().source() instanceof Picture.Matrix(Syntax syntax)) {
            notes.add("text of " + syntax + " like " + survey.firstName());
        }
        notes.addAll(camera());
        Listing listing = survey.listing();
        if (listing.ignored() + groups.dropped() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d other entries of the folder are no images",
                    listing.ignored() + groups.dropped()));
        }
        List<Integer> files = survey.group().files();
        long unknown = files.stream().filter(file -> !headers.known(file)).count();
        if (unknown > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "the headers of %,d of %,d files were not looked at; they are taken to be like the others",
                    unknown,
                    files.size()));
        }
        long thumbnails = files.stream()
                .mapToLong(file -> headers.head(file).thumbnails())
                .sum();
        if (thumbnails > 0) {
            notes.add(String.format(Locale.ROOT, "%,d thumbnails and masks in the files are no frames", thumbnails));
        }
        return List.copyOf(notes);
    }

    /** Says what becomes of a camera's notes. */
    private List<String> camera() {
        List<String> notes = new ArrayList<>();
        long turned = survey.group().files().stream()
                .filter(file -> headers.head(file).exif().orientation() != 1)
                .count();
        if (turned > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    params.orientation() == Orientation.APPLY
                            ? "%,d images are turned as the camera noted"
                            : "%,d images are kept as stored, not turned as the camera noted (orientation=apply turns them)",
                    turned));
        }
        Times.of(survey, survey.frames()).note().ifPresent(notes::add);
        return notes;
    }

    private List<String> source() {
        Listing listing = survey.listing();
        List<Integer> files = survey.group().files();
        String first = listing.name(files.getFirst());
        int frames = survey.slots().size();
        if (frames == 1 && listing.files().size() == 1) {
            return List.of(first + " alone makes a stack of one frame" + siblings());
        }
        String what = files.size() == 1
                ? String.format(Locale.ROOT, "%,d pages of %s", frames, first)
                : String.format(
                        Locale.ROOT,
                        "%,d images in the natural order of their names, %s to %s",
                        files.size(),
                        first,
                        listing.name(files.getLast()));
        String same = "frames are " + survey.layout() + " like " + survey.firstName() + "; ";
        return List.of(
                what,
                same
                        + switch (params.sizes()) {
                            case REFUSE -> "a file that differs " + rule();
                            case CROP -> "larger ones are cut at the right and at the bottom";
                            case PAD -> "smaller ones are padded at the right and at the bottom";
                        });
    }

    private String siblings() {
        long like = survey.listing().namedLikeIt();
        return like < 2 ? "" : "; its folder holds " + like + " images named like it (siblings=true opens them all)";
    }

    private String rule() {
        return switch (params.onError()) {
            case STOP -> "stops the loading";
            case SKIP -> "is left out";
            case REPEAT -> "becomes the frame before";
            case FILL -> "becomes a frame of " + fillText();
        };
    }

    private String fillText() {
        boolean floats = survey.layout().type() == PixelType.F32;
        return Double.isNaN(params.fill()) ? floats ? "NaN" : "zeros" : Double.toString(params.fill());
    }

    /** Lists the groups, and the frames that something is wrong with. */
    List<Report> reports() {
        SortedMap<Integer, BrokenImage> broken = survey.broken();
        return broken.isEmpty() ? List.of(groups.report()) : List.of(groups.report(), problems(broken));
    }

    private Report problems(SortedMap<Integer, BrokenImage> broken) {
        List<Slot> slots = broken.keySet().stream().map(survey.slots()::get).toList();
        return new Report(
                "problems",
                new Table(List.of(
                        new Column.Numbers(
                                "frame",
                                "",
                                broken.keySet().stream().mapToDouble(i -> i).toArray()),
                        new Column.Texts(
                                "name", "", slots.stream().map(Slot::name).toList()),
                        new Column.Texts(
                                "problem",
                                "",
                                broken.values().stream()
                                        .map(reason -> reason.problem().toString())
                                        .toList()),
                        new Column.Texts(
                                "detail",
                                "",
                                broken.values().stream()
                                        .map(BrokenImage::reason)
                                        .toList()),
                        new Column.Texts(
                                "becomes", "", slots.stream().map(this::becomes).toList()))));
    }

    private String becomes(Slot slot) {
        return switch (slot.rule()) {
            case STOP -> "an error";
            case SKIP -> "nothing";
            case REPEAT -> "the frame before";
            case FILL -> fillText();
        };
    }
}
