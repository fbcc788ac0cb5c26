package org.tachyscope.load.folder;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tachyscope.api.Progress;
import org.tachyscope.load.folder.Decoder.Decoded;

/** Counts what the decoding threads did. Safe for any thread. */
final class Tally {

    private final Progress progress;
    private final long total;
    private final SortedMap<Integer, String> broken = new TreeMap<>();
    private final Map<String, Long> changes = new TreeMap<>();
    private final SortedMap<Integer, Long> morePictures = new TreeMap<>();
    private long done;

    Tally(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /** Notes a file that was decoded. */
    synchronized void decoded(int index, Decoded file) {
        if (!file.change().isEmpty()) {
            changes.merge(file.change(), 1L, Long::sum);
        }
        if (file.pictures() > 1) {
            morePictures.put(index, file.pictures() - 1);
        }
        progress.worked(++done, total);
    }

    /** Notes a file that gives no frame. */
    synchronized void broken(int index, String reason) {
        broken.put(index, reason);
        progress.worked(++done, total);
    }

    /** Tells whether every file was looked at. */
    synchronized boolean complete() {
        return done == total;
    }

    /** Returns why files give no frame, by their index. */
    synchronized SortedMap<Integer, String> broken() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /** Returns what was converted, and in how many files. */
    synchronized Map<String, Long> changes() {
        return Map.copyOf(changes);
    }

    /** Returns how many pictures behind the first files hold, by their index. */
    synchronized SortedMap<Integer, Long> morePictures() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(morePictures));
    }
}
