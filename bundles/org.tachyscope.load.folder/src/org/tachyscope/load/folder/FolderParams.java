package org.tachyscope.load.folder;

import org.tachyscope.api.Param;

/**
 * Says how a folder of images is read.
 *
 * @param onError what happens to a file that can't be read or doesn't fit the others
 * @param missing what happens to a number that is missing among the names
 * @param fill the value of frames and pixels that nothing is known of; NaN is 0 in a stack of integers
 * @param channels what happens to colour
 * @param group which of several groups of files is read
 * @param sizes what happens to pictures of different sizes
 * @param access how frames are reached
 * @param orientation what becomes of a camera's note about how it was held
 * @param scale at what size JPEG pictures are decoded
 * @param siblings whether a single image stands for all of its folder that are named like it
 * @param raw how samples lie in files that don't tell themselves
 */
public record FolderParams(
        @Param(
                label = "Broken or odd files",
                help =
                        "A file that can't be read, or whose size, pixel type or channels differ from most: stop with its"
                                + " name, leave it out, repeat the frame before, or put an empty frame in its place.")
        OnError onError,

        @Param(
                label = "Missing numbers",
                help = "A number that no file has between the first and the last: stop, leave it out, repeat the frame"
                        + " before, or put an empty frame in its place.")
        OnError missing,

        @Param(
                label = "Fill value",
                help = "The value of empty frames and of padding. NaN means 0 in a stack of integers.")
        double fill,

        @Param(
                label = "Channels",
                help = "Keep the channels of the files (red, green, blue, alpha), or turn colour into gray.")
        Channels channels,

        @Param(
                label = "Group",
                help = "Which group of a mixed folder is read: its name or its number in the plan's table of groups, or"
                        + " 'all'. Empty takes the largest.")
        String group,

        @Param(
                label = "Different sizes",
                help =
                        "Refuse files whose size differs from most, cut all to what they have in common, or pad all to the"
                                + " largest; the upper left corners stay together.")
        Sizes sizes,

        @Param(
                label = "Access",
                help =
                        "Map a file whose frames lie in it as they are, or else load; load in any case; or decode a frame"
                                + " whenever it is asked for, which takes no memory.")
        Access access,

        @Param(
                label = "Orientation",
                help = "Keep images as they are stored, or turn them as the camera noted in them (Exif).")
        Orientation orientation,

        @Param(
                label = "JPEG scale",
                help =
                        "Decode JPEG at a half, a quarter or an eighth of its width and height, which takes less time and"
                                + " memory.")
        Scale scale,

        @Param(
                label = "Whole folder",
                help = "Open with a single image all of its folder that are named like it, as one stack.")
        boolean siblings,

        @Param(
                label = "Raw files",
                help =
                        "How samples lie in .raw and .bin files, one frame after the other; a single file may have any name.")
        RawGeometry raw) {

    /** Tells what happens to a frame that can't be had. */
    public enum OnError {
        /** Nothing is loaded, and the error names the first such file. */
        STOP,
        /** Its frame is left out: later frames move up, and the stack's metadata name it. */
        SKIP,
        /** Its frame is that of the file before, or an empty one if there is none. */
        REPEAT,
        /** Its frame is empty: the count stays, and the stack's metadata name it. */
        FILL
    }

    /** Tells what happens to colour. */
    public enum Channels {
        /** One channel stays one; colour becomes red, green, blue and, if the files have it, alpha. */
        KEEP,
        /** Colour becomes 0.299 R + 0.587 G + 0.114 B, rounded half up for integers; alpha is dropped. */
        GRAY
    }

    /** Tells what happens to pictures of different sizes. */
    public enum Sizes {
        /** One whose size differs from most is an odd file. */
        REFUSE,
        /** All are cut to the least width and the least height. */
        CROP,
        /** All are padded to the largest width and the largest height. */
        PAD
    }

    /** Tells what becomes of a camera's note about how it was held. */
    public enum Orientation {
        /** Images are taken as they are stored. */
        KEEP,
        /** Images are turned and flipped as the note says. */
        APPLY
    }

    /** Tells at what size JPEG pictures are decoded. */
    public enum Scale {
        /** As they are. */
        FULL,
        /** Half as wide and half as high, rounded up. */
        HALF,
        /** A quarter as wide and high. */
        QUARTER,
        /** An eighth as wide and high. */
        EIGHTH;

        /** Returns by what width and height are divided. */
        int divisor() {
            return 1 << ordinal();
        }
    }

    /** Tells how frames are reached. */
    public enum Access {
        /** Mapped if all lie in one file as they are, otherwise loaded. */
        AUTO,
        /** All are decoded into memory once. */
        LOAD,
        /** Each is decoded whenever it is asked for. */
        DECODE
    }
}
