package org.tachyscope.load.video;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tachyscope.api.Progress;

/**
 * Decodes the first picture of a video: only that tells how pixels are stored. What can't be decoded before it is marked as
 * lost, such as pictures that refer to some before the first one (an open group whose beginning was cut off).
 *
 * @param source knows what is lost
 * @param width columns
 * @param height rows
 * @param format how the decoder stores pixels
 * @param traits what a player would do with frames
 * @param lost number of frames at the beginning that can't be decoded
 */
record FirstLook(Source source, int width, int height, PixelFormat format, Traits traits, int lost) {

    /**
     * Decodes.
     *
     * @throws IOException in one sentence, if no frame can be decoded
     */
    static FirstLook at(Source source, Progress progress) throws IOException {
        Index index = source.index();
        Set<Integer> seen = new HashSet<>();
        try (Decoder decoder = new Decoder(source, progress::cancelled)) {
            Optional<Decoder.Picture> alone = decoder.decodeAlone();
            if (alone.isPresent()) {
                return of(alone.get(), source, 0);
            }
            decoder.seek(0);
            int enough = Math.max(0, index.frameOf(index.firstKey()));
            Optional<Decoder.Picture> picture = decoder.decode();
            while (picture.isPresent() && picture.get().number() < enough) {
                progress.checkCancelled();
                seen.add(picture.get().number());
                picture = decoder.decode();
            }
            progress.checkCancelled();
            if (picture.isEmpty()) {
                throw new IOException(source.path() + ": none of its " + index.frames() + " frames can be decoded"
                        + (decoder.failure().isEmpty() ? "" : " (" + decoder.failure() + ")"));
            }
            int[] lost = IntStream.range(0, picture.get().number())
                    .filter(frame -> !seen.contains(frame))
                    .toArray();
            Source known = lost.length == 0 ? source : source.with(index.without(lost));
            return of(picture.get(), known, lost.length);
        }
    }

    private static FirstLook of(Decoder.Picture picture, Source source, int lost) throws IOException {
        var pixels = picture.pixels();
        try {
            PixelFormat format = PixelFormat.of(pixels.format());
            return new FirstLook(source, pixels.width(), pixels.height(), format, Traits.of(pixels, format), lost);
        } catch (IllegalArgumentException e) {
            throw new IOException(source.path() + " can't be read: " + e.getMessage(), e);
        }
    }
}
