package org.tachyscope.load.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.load.folder.FolderParams.Orientation;
import org.tachyscope.load.folder.FolderParams.Scale;
import org.tachyscope.load.folder.Numbers.Gap;

/** Lines up the frames of a group: every picture of every file, and the numbers that are missing between. */
final class Slots {

    private static final long MOST_MISSING = 10_000_000;

    private final Listing listing;
    private final Headers headers;
    private final FolderParams params;
    private final List<Slot> slots = new ArrayList<>();

    private Slots(Listing listing, Headers headers, FolderParams params) {
        this.listing = listing;
        this.headers = headers;
        this.params = params;
    }

    /**
     * Lines up frames.
     *
     * @throws IOException if more numbers are missing than a stack should be filled up with
     */
    static List<Slot> of(Listing listing, Headers headers, Group group, FolderParams params) throws IOException {
        Slots slots = new Slots(listing, headers, params);
        boolean left = params.missing() == OnError.SKIP;
        if (!left && group.numbers().missing() > MOST_MISSING) {
            throw new IOException(listing.source() + " lacks " + group.numbers().missing()
                    + " numbers between " + group.numbers().first() + " and "
                    + group.numbers().last()
                    + ", too many to make frames of");
        }
        List<Gap> gaps = left ? List.of() : group.numbers().gaps();
        int gap = 0;
        for (int i = 0; i < group.files().size(); i++) {
            slots.file(group.files().get(i));
            while (gap < gaps.size() && gaps.get(gap).behind() == i) {
                slots.missing(gaps.get(gap++));
            }
        }
        return slots.slots;
    }

    private void file(int file) {
        String name = listing.name(file);
        Head head = headers.head(file);
        int pages = head.pictures().size();
        Exif exif = params.orientation() == Orientation.APPLY
                ? head.exif()
                : head.exif().asStored();
        for (int page = 0; page < pages; page++) {
            Picture picture = head.pictures().get(page);
            Optional<BrokenImage> problem = picture.source() instanceof Picture.Damaged(String reason)
                    ? Optional.of(new BrokenImage(reason))
                    : headers.problem(file);
            slots.add(new Slot(
                    pages == 1 ? name : name + ", page " + (page + 1),
                    file,
                    scaled(picture, name),
                    exif,
                    head.stamp(),
                    problem,
                    params.onError()));
        }
    }

    /**
     * Returns a picture as it will be decoded.
     *
     * @throws IllegalArgumentException if it is to be scaled and can't be
     */
    private Picture scaled(Picture picture, String name) {
        boolean jpeg = picture.source() instanceof Picture.Whole(Format format) && format == Format.JPEG;
        if (params.scale() != Scale.FULL && !jpeg && !picture.equals(Picture.UNKNOWN)) {
            throw new IllegalArgumentException(
                    "scale: only JPEG is decoded at a smaller size, and " + name + " is none");
        }
        return picture.scaled(params.scale().divisor());
    }

    private void missing(Gap gap) {
        for (long i = 0; i < gap.count(); i++) {
            String name = "number " + (gap.first() + i * gap.step());
            BrokenImage problem = new BrokenImage(Problem.MISSING_NUMBER, "no file has this number");
            slots.add(
                    new Slot(name, -1, Picture.UNKNOWN, Exif.NONE, Stamp.NONE, Optional.of(problem), params.missing()));
        }
    }
}
