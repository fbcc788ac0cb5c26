package org.tachyscope.load.video;

import org.tachyscope.api.Param;

/**
 * Says how a video is decoded.
 *
 * @param colour what happens to colour
 * @param onError what happens to a frame that can't be decoded
 * @param threads number of threads of the decoder, 0 for one a processor
 */
public record VideoParams(
        @Param(
                label = "Colour",
                help = "The brightness as the video stores it, without any conversion, or red, green and blue computed"
                        + " from brightness and colour.")
        Colour colour,

        @Param(
                label = "Broken frames",
                help =
                        "A frame that turns out to be damaged beyond repair: stop with its number, or show the frame before"
                                + " in its place.")
        OnError onError,

        @Param(
                label = "Decoder threads",
                help = "Threads that FFmpeg decodes with; 0 takes one a processor.",
                min = 0,
                max = 64)
        int threads) {

    /** Tells what happens to a frame that can't be decoded. */
    public enum OnError {
        /** Reading fails, and the error names the frame. */
        STOP,
        /** It shows the frame before, and the stack's metadata name it. */
        REPEAT
    }

    /** Tells what happens to colour. */
    public enum Colour {
        /** One channel: the luma plane as it is; for videos that store red, green and blue 0.299 R + 0.587 G + 0.114 B. */
        GRAY,
        /** Red, green and blue. */
        RGB
    }
}
