package org.tachyscope.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Metadata;

/**
 * Writes stacks, frames, curves or tables to one file format.
 *
 * <p>A service: annotate the class with {@code @Component} and {@link Contribution @Contribution}. One instance serves all
 * threads and keeps no state.
 *
 * @param <P> parameters; each component carries {@link Param @Param}
 */
public interface Exporter<P extends Record> {

    /** Returns the parameters that an export starts with. */
    P defaults();

    /** Returns the file name extensions of the format, the usual one first, lower case, without a dot. */
    List<String> extensions();

    /** Tells whether this format can hold {@code content}. */
    boolean accepts(Content content);

    /**
     * Writes {@link Job#file()}. The file is a temporary one beside its final place: the caller renames it when this
     * method returns and deletes it when it throws, so nobody sees half a file.
     *
     * @throws IOException in one sentence that names the reason, for example a full disk
     * @throws IllegalArgumentException if {@link #accepts} says no, or the parameters don't fit the content
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    void write(Job<P> job, Progress progress) throws IOException;

    /**
     * Names what is written, where and how.
     *
     * @param content what is written
     * @param metadata what is known about it; written where the format has a place for it
     * @param file the file to create or overwrite
     * @param params the exporter's parameters
     */
    record Job<P extends Record>(Content content, Metadata metadata, Path file, P params) {}
}
