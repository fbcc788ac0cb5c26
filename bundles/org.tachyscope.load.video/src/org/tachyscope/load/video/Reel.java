package org.tachyscope.load.video;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Winds to a frame with one decoder, and keeps the pictures around it. Safe for any thread: who comes first decodes, the
 * others wait and find their pictures among those that were decoded on the way. When wishes go in one direction, it winds on
 * by itself, as far as it can keep pictures.
 */
final class Reel implements AutoCloseable {

    /** Decoders hand out the first pictures after a jump in a doubtful order, no further apart than this. */
    private static final int DISORDER = 16;

    /** Pictures may refer further back than the key packets say: this many groups are tried. */
    private static final int TRIES = 3;

    private final Source source;
    private final Wishes wishes;
    private final Ring ring;
    private final Prefetch prefetch;
    private final Damage damage;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Decoder decoder;
    private volatile boolean closed;
    private int last = Index.NONE;

    /** A frame that couldn't be had in advance; whoever wants it will hear why. */
    private int refused = Index.NONE;

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
        wishes = new Wishes(capacity);
        ring = new Ring(capacity, wishes);
        prefetch = new Prefetch(source.name(), this::windOn);
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
            wishes.add(frame);
            Optional<AVFrame> kept = ring.get(frame);
            AVFrame picture = avutil.av_frame_clone(kept.isPresent() ? kept.get() : wound(frame));
            if (wishes.walk()) {
                prefetch.wake();
            }
            return picture;
        } finally {
            lock.unlock();
        }
    }

    /** Stops winding on, because nobody reads here any more. */
    void rest() {
        lock.lock();
        try {
            wishes.forget();
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether a picture is here that was not asked for yet. */
    boolean has(int frame) {
        lock.lock();
        try {
            return ring.has(frame);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the number of packets that the decoder was given so far. */
    long sent() {
        lock.lock();
        try {
            return decoder.sent();
        } finally {
            lock.unlock();
        }
    }

    /** Takes one step towards the next frame that will be wanted, and tells whether there was one to take. */
    private boolean windOn() {
        lock.lock();
        try {
            Optional<Integer> next = closed || !wishes.walk() ? Optional.empty() : next();
            next.ifPresent(this::step);
            return next.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the nearest frame ahead that isn't here, not so far that pictures behind would have to go for it. */
    private Optional<Integer> next() {
        for (int i = 1; i <= ring.capacity() * 2 / 3; i++) {
            int frame = wishes.last() + i * wishes.direction();
            if (frame < 0 || frame >= source.index().frames() || frame == refused) {
                return Optional.empty();
            }
            if (!ring.has(frame)) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    private void step(int frame) {
        try {
            int start = source.index().start(frame);
            if (frame <= last || start >= decoder.next()) {
                decoder.skipBefore(frame - ring.capacity());
                decoder.seek(start);
                last = Index.NONE;
            }
            Optional<Decoder.Picture> decoded = decoder.decode();
            decoded.ifPresent(this::keep);
            if (decoded.isEmpty() || last > frame + DISORDER) {
                refused = frame;
            }
        } catch (IOException e) {
            refused = frame;
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
        return found.orElseThrow(() -> new Undecodable("frame " + frame + " of " + source.name()
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
        prefetch.close();
        lock.lock();
        try {
            ring.close();
            decoder.close();
        } finally {
            lock.unlock();
        }
    }
}
