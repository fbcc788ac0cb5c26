package org.tachyscope.load.video;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.load.video.VideoParams.Colour;

/**
 * Says what frames look like: those of a stack, and those that the decoder gives.
 *
 * @param width columns
 * @param height rows
 * @param format how the decoder stores pixels
 * @param colour what becomes of colour
 */
record Look(int width, int height, PixelFormat format, Colour colour) {

    private static final long KEPT_BYTES = 32L << 20;
    private static final int LEAST_KEPT = 6;
    private static final int MOST_KEPT = 48;

    /** Tells how a frame is made of a picture. */
    enum Way {
        /** The luma plane as it is. */
        LUMA,
        /** Brightness of red, green and blue. */
        WEIGHTED,
        /** Red, green and blue. */
        RGB
    }

    Way way() {
        return switch (colour) {
            case RGB -> Way.RGB;
            case GRAY -> format.luma() ? Way.LUMA : Way.WEIGHTED;
        };
    }

    PixelType type() {
        return format.bytes() == 1 ? PixelType.U8 : PixelType.U16;
    }

    Shape shape(long frames) {
        return new Shape(frames, height, width, colour == Colour.RGB ? 3 : 1);
    }

    /** Returns the number of pictures that a decoder keeps: about 32 MB. */
    int kept() {
        return (int) Math.clamp(KEPT_BYTES / pictureBytes(), LEAST_KEPT, MOST_KEPT);
    }

    /** Guesses what a decoded picture takes, colour in half the resolution included. */
    private long pictureBytes() {
        return (long) width * height * format.bytes() * 3 / 2 + 1;
    }

    /** Admits what pixels lose. */
    List<Loss> losses(int frames) {
        List<Loss> losses = new ArrayList<>();
        switch (way()) {
            case LUMA -> {
                if (format.colour()) {
                    losses.add(new Loss(Loss.Kind.CONVERTED, frames, "colour is left out: gray is the luma plane"));
                }
            }
            case WEIGHTED ->
                losses.add(new Loss(
                        Loss.Kind.CONVERTED, frames, "colour became gray: 0.299 R + 0.587 G + 0.114 B, rounded"));
            case RGB -> {
                if (format.luma()) {
                    losses.add(new Loss(
                            Loss.Kind.CONVERTED, frames, "red, green and blue are computed from " + format.name()));
                }
            }
        }
        return losses;
    }

    /** Says how samples are stored. */
    String note() {
        String depth = format.depth() + " bit " + format.name();
        return switch (way()) {
            case LUMA -> "samples are the luma plane of " + depth + " as it is";
            case WEIGHTED -> "samples are the brightness of " + depth;
            case RGB ->
                "channels are red, green, blue, made from " + depth
                        + (format.depth() > 8 && format.depth() < 16 ? " and scaled to 16 bit" : "");
        };
    }
}
