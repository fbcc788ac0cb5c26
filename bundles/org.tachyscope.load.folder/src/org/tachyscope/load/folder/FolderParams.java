package org.tachyscope.load.folder;

import org.tachyscope.api.Param;

/**
 * Says how a folder of images is read.
 *
 * @param onError what happens to a file that can't be read or doesn't fit the others
 * @param channels what happens to colour
 */
public record FolderParams(
        @Param(
                label = "Broken or odd files",
                help = "A file that can't be read, or whose size, pixel type or channels differ from the first"
                        + " readable one: stop with its name, leave it out, or put an empty frame in its place.")
        OnError onError,

        @Param(
                label = "Channels",
                help = "Keep the channels of the files (red, green, blue, alpha), or turn colour into gray.")
        Channels channels) {

    /** Tells what happens to a file that can't be read or doesn't fit the others. */
    public enum OnError {
        /** Nothing is loaded, and the error names the first such file. */
        STOP,
        /** Its frame is left out: later frames move up, and the stack's metadata name it. */
        SKIP,
        /** Its frame holds zeros, or NaN in an F32 stack: the count stays, and the stack's metadata name it. */
        FILL
    }

    /** Tells what happens to colour. */
    public enum Channels {
        /** One channel stays one; colour becomes red, green, blue and, if the files have it, alpha. */
        KEEP,
        /** Colour becomes 0.299 R + 0.587 G + 0.114 B, rounded half up for integers; alpha is dropped. */
        GRAY
    }
}
