package org.tachyscope.load.video;

import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Keeps some decoded pictures: those that are likely to be wanted next by whoever goes on in the direction of the last
 * wishes. Belongs to one thread at a time.
 */
final class Ring implements AutoCloseable {

    /** How much less a picture is worth that lies behind. */
    private static final int BEHIND = 4;

    private final int capacity;
    private final Wishes wishes;
    private final TreeMap<Integer, AVFrame> pictures = new TreeMap<>();

    Ring(int capacity, Wishes wishes) {
        this.capacity = capacity;
        this.wishes = wishes;
    }

    int capacity() {
        return capacity;
    }

    /** Returns a picture, if it is here. It stays the ring's. */
    Optional<AVFrame> get(int frame) {
        return Optional.ofNullable(pictures.get(frame));
    }

    boolean has(int frame) {
        return pictures.containsKey(frame);
    }

    /** Takes over a picture, and frees the one that is worth least. */
    void put(int frame, AVFrame picture) {
        free(Optional.ofNullable(pictures.put(frame, picture)));
        if (pictures.size() > capacity) {
            boolean first = distance(pictures.firstKey()) >= distance(pictures.lastKey());
            free(Optional.of((first ? pictures.pollFirstEntry() : pictures.pollLastEntry()).getValue()));
        }
    }

    private int distance(int frame) {
        int ahead = (frame - wishes.last()) * wishes.direction();
        return ahead >= 0 ? ahead : -ahead * BEHIND;
    }

    private static void free(Optional<AVFrame> picture) {
        picture.ifPresent(avutil::av_frame_free);
    }

    @Override
    public void close() {
        pictures.values().forEach(avutil::av_frame_free);
        pictures.clear();
    }
}
