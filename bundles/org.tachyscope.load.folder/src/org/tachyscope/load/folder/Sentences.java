package org.tachyscope.load.folder;

import java.util.SortedMap;
import java.util.stream.Collectors;
import org.tachyscope.api.data.Loss;
import org.tachyscope.load.folder.FolderParams.OnError;

/** Words what went wrong with files, by name. */
final class Sentences {

    private static final int NAMED = 10;

    private Sentences() {}

    /** Says why loading stopped. */
    static String stopped(Listing listing, int index, String reason) {
        if (listing.files().size() == 1) {
            return listing.files().getFirst() + ": " + reason;
        }
        return "frame " + index + " of " + listing.source() + ", " + listing.name(index) + ": " + reason
                + " (skip or fill such files to load the rest)";
    }

    /** Says that nothing could be loaded, and why the first file couldn't. */
    static String noneReadable(Listing listing, String reason) {
        int count = listing.files().size();
        return count == 1
                ? listing.files().getFirst() + ": " + reason
                : "none of the " + count + " images in " + listing.source() + " can be read; " + listing.name(0) + ": "
                        + reason;
    }

    /**
     * Admits broken and odd files.
     *
     * @param broken reasons by index in the listing, at least one
     */
    static Loss broken(Listing listing, SortedMap<Integer, String> broken, OnError onError) {
        int count = broken.size();
        String files = count + " of " + listing.files().size() + " files "
                + (count == 1 ? "can't be read or doesn't fit" : "can't be read or don't fit");
        String named = broken.entrySet().stream()
                .limit(NAMED)
                .map(e -> listing.name(e.getKey()) + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        String rest = count > NAMED ? " and " + (count - NAMED) + " more" : "";
        return switch (onError) {
            case SKIP, STOP ->
                new Loss(Loss.Kind.SKIPPED, count, files + " and " + was(count) + " left out: " + named + rest);
            case FILL -> new Loss(Loss.Kind.FILLED, count, files + " and " + was(count) + " filled: " + named + rest);
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

    private static String was(int count) {
        return count == 1 ? "was" : "were";
    }
}
