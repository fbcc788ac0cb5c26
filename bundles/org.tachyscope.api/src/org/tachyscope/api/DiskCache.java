package org.tachyscope.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Keeps decoded stacks on disk, so that a source is decoded once and mapped from then on, with statistics of every frame and
 * smaller copies beside it ({@link org.tachyscope.api.data.Stack#overview}). A service. Safe for any thread, and for several
 * processes that share a folder.
 */
public interface DiskCache {

    /**
     * Returns a plan that gives what {@code plan} gives, mapped from the cache. Opening it decodes the source into the cache
     * unless that was done before, with the same loader and parameters and while the source was the same: real path, sizes,
     * times of change, and the first and last 64 KiB of a file. Nothing is decoded here.
     *
     * @throws IOException in one sentence, if the source or the cache's folder can't be read
     */
    Plan through(Key key, Plan plan) throws IOException;

    /** Lists what is kept, the last used first. */
    List<Entry> entries() throws IOException;

    /**
     * Deletes an entry.
     *
     * @return whether it is gone; one that is open, here or in another process, stays
     */
    boolean delete(Entry entry) throws IOException;

    /**
     * Reads an entry and compares it with its checksums.
     *
     * @return one sentence for each thing that is wrong; none if all is well
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    List<String> verify(Entry entry, Progress progress) throws IOException;

    /** Returns the folder, which need not be there yet. */
    Path folder();

    /** Returns how many bytes may be kept. */
    long quota() throws IOException;

    /**
     * Names what is kept: a source and how it was read.
     *
     * @param source file or folder
     * @param loader the loader, with its version
     * @param params the loader's parameters as a text
     */
    record Key(Path source, String loader, String params) {}

    /**
     * Describes what is kept.
     *
     * @param name its name in the cache's folder
     * @param key what it was made from; its source is a real path
     * @param bytes bytes on disk, statistics and smaller copies included
     * @param used when it was opened last
     * @param open whether it is open, here or in another process
     */
    record Entry(String name, Key key, Shape shape, PixelType type, long bytes, Instant used, boolean open) {}
}
