package org.tachyscope.load.folder;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.tachyscope.api.Progress;
import org.tachyscope.load.folder.Decoder.Decoded;

/** Counts what the decoding threads did. Safe for any thread. */
final class Tally {

    private static final long SECOND = 1_000_000_000;

    private final Progress progress;
    private final long total;
    private final LongSupplier nanoTime;
    private final SortedMap<Integer, BrokenImage> broken = new TreeMap<>();
    private final Map<String, Long> changes = new TreeMap<>();
    private final SortedMap<Integer, Long> morePictures = new TreeMap<>();
    private long done;
    private long diskNanos;
    private long nanos;
    private long told;

    Tally(Progress progress, long total) {
        this(progress, total, System::nanoTime);
    }

    Tally(Progress progress, long total, LongSupplier nanoTime) {
        this.progress = progress;
        this.total = total;
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
    }

    /** Notes a frame that was decoded. */
    synchronized void decoded(int slot, Decoded file) {
        if (!file.change().isEmpty()) {
            changes.merge(file.change(), 1L, Long::sum);
        }
        if (file.pictures() > 1) {
            morePictures.put(slot, file.pictures() - 1);
        }
        progress.worked(++done, total);
    }

    /** Notes a frame that nothing is known of. */
    synchronized void broken(int slot, BrokenImage reason) {
        broken.put(slot, reason);
        progress.worked(++done, total);
    }

    /** Tells whether a frame was found broken so far. */
    synchronized boolean isBroken(int slot) {
        return broken.containsKey(slot);
    }

    /** Notes what a frame took, and says once a second whether most of it is the disk's. */
    synchronized void spent(long onDisk, long altogether) {
        diskNanos += onDisk;
        nanos += altogether;
        long now = nanoTime.getAsLong();
        if (now - told > SECOND) {
            progress.waitsFor(2 * diskNanos > nanos ? "the disk" : "the decoder");
            told = now;
            diskNanos = 0;
            nanos = 0;
        }
    }

    /** Notes a frame that was known to have no picture. */
    synchronized void filled() {
        progress.worked(++done, total);
    }

    /** Tells whether every frame was looked at. */
    synchronized boolean complete() {
        return done == total;
    }

    /** Returns why there are no frames, by slot; without those that were known before. */
    synchronized SortedMap<Integer, BrokenImage> broken() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /** Returns what was converted, and in how many frames. */
    synchronized Map<String, Long> changes() {
        return Map.copyOf(changes);
    }

    /** Returns how many pictures behind the first files hold, by slot. */
    synchronized SortedMap<Integer, Long> morePictures() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(morePictures));
    }
}
