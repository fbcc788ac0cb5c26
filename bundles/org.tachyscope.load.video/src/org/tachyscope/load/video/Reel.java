package org.tachyscope.load.video;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Winds to a frame with one decoder, and keeps the pictures around it. Safe for any thread: who comes first decodes, the
 * others wait and find their pictures among those that were decoded on the way.
 */
final class Reel implements AutoCloseable {

    /** Decoders hand out the first pictures after a jump in a doubtful order, no further apart than this. */
    private static final int DISORDER = 16;

    /** Pictures may refer further back than the key packets say: this many groups are tried. */
    private static final int TRIES = 3;

    private final Source source;
    private final Ring ring;
    private final Damage damage;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Decoder decoder;
    private volatile boolean closed;
    private int last = Index.NONE;

    /**
     * Opens a decoder.
     *
     * @param capacity number of pictures to keep
     * @param damage hears of pictures that the decoder had to patch
     */
    Reel(Source source, int capacity, Damage damage) throws IOException {
        source.checkUnchanged();
        this.source = source;
        this.damage = damage;
        ring = new Ring(capacity);
        decoder = new Decoder(source, () -> closed);
    }

    /**
     * Returns a picture, which the caller frees.
     *
     * @throws IOException naming the frame and the reason, if it can't be decoded
     */
    AVFrame picture(int frame) throws IOException {
        lock.lock();
        try {
            checkOpen();
            ring.want(frame);
            Optional<AVFrame> kept = ring.get(frame);
            return avutil.av_frame_clone(kept.isPresent() ? kept.get() : wound(frame));
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(source.name() + " is closed");
        }
    }

    /** Decodes up to a frame: on from here, unless a key packet lies between; else from the key packet before it. */
    private AVFrame wound(int frame) throws IOException {
        int start = source.index().start(frame);
        boolean ahead = frame > last && start < decoder.next();
        Optional<AVFrame> found = ahead ? decodeTo(frame) : Optional.empty();
        decoder.skipBefore(frame - ring.capacity());
        for (int tries = 0; tries < TRIES && found.isEmpty(); tries++) {
            decoder.seek(start);
            last = Index.NONE;
            found = decodeTo(frame);
            start = source.index().startBefore(start);
        }
        return found.orElseThrow(() -> new IOException("frame " + frame + " of " + source.name()
                + ": it can't be decoded (" + (decoder.failure().isEmpty() ? "no picture comes out" : decoder.failure())
                + ")"));
    }

    private Optional<AVFrame> decodeTo(int frame) throws IOException {
        while (true) {
            checkOpen();
            Optional<Decoder.Picture> decoded = decoder.decode();
            if (decoded.isEmpty() || decoded.get().number() > frame + DISORDER) {
                return Optional.empty();
            }
            keep(decoded.get());
            if (decoded.get().number() == frame) {
                return ring.get(frame);
            }
        }
    }

    private void keep(Decoder.Picture picture) {
        last = picture.number();
        damage.check(picture);
        ring.put(picture.number(), avutil.av_frame_clone(picture.pixels()));
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            ring.close();
            decoder.close();
        } finally {
            lock.unlock();
        }
    }
}
