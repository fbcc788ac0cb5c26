package org.tachyscope.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;

/**
 * Opens and reduces stacks for an operation that needs more than its input, such as a dark frame from a file or the mean of
 * some frames. A service: an operation takes it in its constructor,
 *
 * <pre>{@code
 * @Activate
 * public Subtract(@Reference Engine engine) { … }
 * }</pre>
 *
 * and uses it when its stack is prepared ({@link Stack#prepare}), not before. Safe for any thread.
 */
public interface Engine {

    /**
     * Opens a file or folder with the loader that fits best. The caller closes the stack.
     *
     * @throws IOException in one sentence that names the file and the reason
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    Stack open(Path source, Progress progress) throws IOException;

    /**
     * Folds all frames of a stack in one parallel pass.
     *
     * @param folds at least one, made for the shape and pixel type of {@code stack}
     * @return one result a fold, over all frames
     * @throws IOException naming the frame and the reason, if one can't be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    List<Result> reduce(Stack stack, List<? extends Fold> folds, Progress progress) throws IOException;
}
