package org.tachyscope.load.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds frames in a file of samples that doesn't tell its geometry. */
final class RawFile {

    private static final long MOST_FRAMES = 5_000_000;

    private RawFile() {}

    /**
     * Lays as many frames as there are behind the header. A rest that is no whole frame is a damaged one.
     *
     * @throws BrokenImage if the geometry wasn't stated, or there isn't one frame
     */
    static Head head(Peek file, RawGeometry raw) throws BrokenImage {
        if (!raw.stated()) {
            throw new BrokenImage("raw samples: state raw.width, raw.height and raw.type");
        }
        if (raw.height() > Integer.MAX_VALUE / raw.width()) {
            throw new BrokenImage(raw.width() + " × " + raw.height() + " px, a frame holds at most " + Integer.MAX_VALUE
                    + " samples");
        }
        Samples samples = raw.type().samples();
        Layout layout = new Layout(raw.height(), raw.width(), 1, samples.type());
        long bytes = (long) raw.width() * raw.height() * samples.bytes();
        long there = Math.max(0, file.size() - raw.header());
        if (there < bytes || there / bytes > MOST_FRAMES) {
            throw new BrokenImage((there < bytes
                            ? "truncated: a frame needs " + bytes + " bytes"
                            : "frames of " + bytes + " bytes can't be meant")
                    + ", behind the header are " + there);
        }
        Raw.Kind kind = new Raw.Kind(samples, raw.order().order());
        List<Picture> frames = new ArrayList<>();
        for (long at = raw.header(); at < file.size(); at += bytes) {
            Picture.Source source = file.size() - at < bytes
                    ? new Picture.Damaged("truncated: its samples go on behind byte " + file.size())
                    : new Picture.Stored(Raw.piece(layout, at, kind));
            frames.add(new Picture(raw.width(), raw.height(), 1, Optional.of(samples.type()), source));
        }
        return new Head(frames, 0, Exif.NONE);
    }
}
