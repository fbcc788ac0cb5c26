package org.tachyscope.load.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Keeps an entry from being deleted, here and in other processes, by a shared lock of its lock file. One for all who have the
 * entry open in this process: the system drops a process's locks of a file when any of its channels is closed.
 */
final class Held {

    private final Path entry;
    private final FileChannel lock;
    private int holders;

    /**
     * Holds an entry.
     *
     * @param lock the channel of its lock file, locked
     */
    Held(Path entry, FileChannel lock) {
        this.entry = entry;
        this.lock = lock;
    }

    /** Returns the folder of the entry. */
    Path entry() {
        return entry;
    }

    /** Counts one who has the entry open. Called with the store's lock. */
    Held another() {
        holders++;
        return this;
    }

    /** Forgets one, and tells whether it was the last. Called with the store's lock. */
    boolean oneLess() throws IOException {
        holders--;
        if (holders == 0) {
            lock.close();
        }
        return holders == 0;
    }
}
