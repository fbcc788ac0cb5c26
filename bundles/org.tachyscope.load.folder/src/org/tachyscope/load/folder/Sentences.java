package org.tachyscope.load.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.tachyscope.api.data.Loss;
import org.tachyscope.load.folder.FolderParams.OnError;

/** Words what went wrong with frames, by name. */
final class Sentences {

    private static final int NAMED = 10;

    private Sentences() {}

    /** Says why loading stopped. */
    static String stopped(Survey survey, int slot, String reason) {
        Listing listing = survey.listing();
        if (survey.slots().size() == 1) {
            return listing.files().getFirst() + ": " + reason;
        }
        return "frame " + slot + " of " + listing.source() + ", "
                + survey.slots().get(slot).name() + ": " + reason + " (skip or fill such files to load the rest)";
    }

    /** Says that nothing could be loaded, and why the first file couldn't. */
    static String noneReadable(Listing listing, List<Slot> slots) {
        Slot first = slots.stream().filter(slot -> slot.file() >= 0).findFirst().orElseThrow();
        return noneReadable(
                listing,
                slots.size(),
                first.name(),
                first.problem().map(BrokenImage::reason).orElse(""));
    }

    /** Says that nothing could be loaded, and why the first frame couldn't. */
    static String noneReadable(Listing listing, int count, String first, String reason) {
        return count == 1 && listing.files().size() == 1
                ? listing.files().getFirst() + ": " + reason
                : "none of the " + count + " images in " + listing.source() + " can be read; " + first + ": " + reason;
    }

    /**
     * Admits broken and odd frames and missing numbers, one loss for each rule that they fell under.
     *
     * @param broken reasons by slot
     */
    static List<Loss> broken(Survey survey, SortedMap<Integer, BrokenImage> broken) {
        List<Loss> losses = new ArrayList<>();
        for (OnError rule : OnError.values()) {
            List<Integer> files = slots(survey, broken, rule, false);
            List<Integer> numbers = slots(survey, broken, rule, true);
            if (!files.isEmpty()) {
                losses.add(loss(survey, broken, files, rule));
            }
            if (!numbers.isEmpty()) {
                losses.add(missing(survey, numbers, rule));
            }
        }
        return losses;
    }

    private static List<Integer> slots(
            Survey survey, SortedMap<Integer, BrokenImage> broken, OnError rule, boolean missing) {
        return broken.keySet().stream()
                .filter(i -> survey.slots().get(i).rule() == rule
                        && survey.slots().get(i).file() < 0 == missing)
                .toList();
    }

    private static Loss loss(Survey survey, SortedMap<Integer, BrokenImage> broken, List<Integer> slots, OnError rule) {
        int count = slots.size();
        long all = survey.slots().stream().filter(slot -> slot.file() >= 0).count();
        boolean pages = all > survey.group().files().size();
        String files = count + " of " + all + (pages ? " pictures " : " files ")
                + (count == 1 ? "can't be read or doesn't fit" : "can't be read or don't fit");
        String named = named(slots.stream()
                .map(i -> survey.slots().get(i).name() + " (" + broken.get(i).reason() + ")")
                .toList());
        return new Loss(kind(rule), count, files + " and " + became(rule, count) + ": " + named);
    }

    private static Loss missing(Survey survey, List<Integer> slots, OnError rule) {
        int count = slots.size();
        return new Loss(
                kind(rule),
                count,
                count + (count == 1 ? " number that no file has " : " numbers that no file has ") + became(rule, count)
                        + ": "
                        + named(slots.stream()
                                .map(i -> survey.slots().get(i).name().substring("number ".length()))
                                .toList()));
    }

    private static String named(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? named + " and " + (names.size() - NAMED) + " more" : named;
    }

    private static Loss.Kind kind(OnError rule) {
        return switch (rule) {
            case SKIP, STOP -> Loss.Kind.SKIPPED;
            case FILL, REPEAT -> Loss.Kind.FILLED;
        };
    }

    private static String became(OnError rule, int count) {
        String was = count == 1 ? "was" : "were";
        return switch (rule) {
            case SKIP, STOP -> was + " left out";
            case FILL -> was + " filled";
            case REPEAT -> was + " filled with the frame before";
        };
    }

    /** Admits that only the first picture of some files was read. */
    static Loss morePictures(long files, long pictures, String firstName) {
        return new Loss(
                Loss.Kind.SKIPPED,
                pictures,
                files == 1
                        ? firstName + " holds " + (pictures + 1) + " pictures, only its first is read"
                        : files + " files hold " + pictures + " more pictures behind their first, which alone is read; "
                                + firstName + " is one of them");
    }
}
