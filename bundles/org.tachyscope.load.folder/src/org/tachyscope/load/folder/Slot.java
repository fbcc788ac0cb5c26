package org.tachyscope.load.folder;

import java.util.Optional;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.load.folder.FolderParams.OnError;
import org.tachyscope.load.folder.FolderParams.Sizes;

/**
 * Tells where one frame comes from.
 *
 * @param name what a person calls it: a file, a page of one, or a number that no file has
 * @param file index in the listing, or -1 if there is none
 * @param picture what the headers tell
 * @param exif what the camera noted; the orientation is 1 if pictures aren't to be turned
 * @param stamp of the file whose headers were read
 * @param problem why there is no frame, as far as the headers tell
 * @param rule what happens if there is none
 */
record Slot(
        String name, int file, Picture picture, Exif exif, Stamp stamp, Optional<BrokenImage> problem, OnError rule) {

    /** Returns the same with a problem. */
    Slot broken(BrokenImage reason) {
        return new Slot(name, file, picture, exif, stamp, Optional.of(reason), rule);
    }

    /** Returns the same under another rule. */
    Slot under(OnError other) {
        return new Slot(name, file, picture, exif, stamp, problem, other);
    }

    /** Returns how to turn the picture, an orientation of Exif. */
    int turn() {
        return exif.orientation();
    }

    /** Returns the width after turning, or 0 if it isn't known. */
    int width() {
        return turn() < 5 ? picture.width() : picture.height();
    }

    /** Returns the height after turning, or 0 if it isn't known. */
    int height() {
        return turn() < 5 ? picture.height() : picture.width();
    }

    /** Returns width and height as one number to compare. */
    long size() {
        return (long) width() << 32 | height();
    }

    /** Tells whether the headers told a size. */
    boolean sized() {
        return problem.isEmpty() && width() > 0 && height() > 0;
    }

    /**
     * Tells whether the headers say already that this frame doesn't fit a stack.
     *
     * @param reference the frame that fits
     * @param stack what the stack is, before its frames are cut or padded
     */
    Optional<BrokenImage> oddity(Slot reference, Layout stack, FolderParams params) {
        boolean otherSize =
                sized() && reference.sized() && size() != reference.size() && params.sizes() == Sizes.REFUSE;
        boolean otherType = type().isPresent() && reference.type().isPresent() && !type().equals(reference.type());
        int channels = channels(params);
        boolean otherChannels =
                channels > 0 && reference.channels(params) > 0 && channels != reference.channels(params);
        if (problem.isPresent() || !otherSize && !otherType && !otherChannels) {
            return Optional.empty();
        }
        Layout layout = new Layout(
                sized() ? height() : stack.height(),
                sized() ? width() : stack.width(),
                channels > 0 ? channels : stack.channels(),
                type().orElse(stack.type()));
        return Optional.of(new BrokenImage(Problem.of(layout, stack), layout + ", the stack is " + stack));
    }

    private Optional<PixelType> type() {
        return picture.type();
    }

    private int channels(FolderParams params) {
        boolean colour = picture.channels() == 3 || picture.channels() == 4;
        return colour && params.channels() == Channels.GRAY ? 1 : picture.channels();
    }
}
