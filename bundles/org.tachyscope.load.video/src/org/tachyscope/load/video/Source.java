package org.tachyscope.load.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * Names a video whose packets are known.
 *
 * @param path the file
 * @param size its bytes when it was looked at
 * @param modified when it was changed last, at that time
 * @param index which packet becomes which frame
 * @param threads number of threads of a decoder
 */
record Source(Path path, long size, FileTime modified, Index index, int threads) {

    /** Returns what a person calls it. */
    String name() {
        return path.getFileName().toString();
    }

    /** Returns a copy with a better index. */
    Source with(Index better) {
        return new Source(path, size, modified, better, threads);
    }

    /**
     * Refuses a file that isn't the one any more that was looked at.
     *
     * @throws IOException in one sentence
     */
    void checkUnchanged() throws IOException {
        if (Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified)) {
            throw new IOException(path + " has changed since it was looked at");
        }
    }
}
