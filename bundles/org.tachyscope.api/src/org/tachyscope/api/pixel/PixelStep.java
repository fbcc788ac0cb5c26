package org.tachyscope.api.pixel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Changes every sample on its own, or together with the samples of other stacks at the same place. Steps that follow each other
 * run as one pass, see {@link PixelChain}. A whole step:
 *
 * <pre>{@code
 * record Square() implements PixelStep {
 *     public String words() {
 *         return "square";
 *     }
 *
 *     public Worker worker(PixelTools tools) {
 *         return (first, samples, count) -> {
 *             for (int i = 0; i < count; i++) {
 *                 samples[i] *= samples[i];
 *             }
 *         };
 *     }
 * }
 * }</pre>
 *
 * <p>Java turns plain loops over arrays into vector instructions if they have no branches and all arrays share one index.
 * Safe for any thread; a worker belongs to one.
 */
public interface PixelStep extends AutoCloseable {

    /** Says what is done, in a few words with its numbers, such as {@code subtract 12}. */
    String words();

    /**
     * Returns the pixel type behind this step. The worker then sees to it that samples are whole numbers of its range.
     *
     * @param input pixel type before this step
     */
    default PixelType type(PixelType input) {
        return PixelType.F32;
    }

    /** Returns the stacks that this step reads beside the one that it changes. */
    default List<Stack> references() {
        return List.of();
    }

    /**
     * Returns what this step loses of a stack, such as bits of every sample, if it does.
     *
     * @param input pixel type before this step
     * @param frames number of frames
     */
    default Optional<Loss> loss(PixelType input, long frames) {
        return Optional.empty();
    }

    /** Tells whether changing a part of a frame costs about that part of the frame's work. */
    default boolean readsParts() {
        return references().stream().allMatch(Stack::readsParts);
    }

    /** Returns the memory that a worker takes. */
    default long workerBytes() {
        return 0;
    }

    /**
     * Does once what must be done before the first sample, such as averaging dark frames. The second call returns at once.
     * Called by many threads at a time.
     *
     * @throws IOException in one sentence that names the file, the frame and the reason
     * @throws java.util.concurrent.CancellationException if the user cancelled; it may be called again
     */
    default void prepare(Progress progress) throws IOException {
        for (Stack reference : references()) {
            reference.prepare(progress);
        }
    }

    /**
     * Returns what this step does as formulas, one after the other, if it can be said so; the worker then does the same, bit
     * for bit. Otherwise returns none. Asked after {@link #prepare}, at most once a chain.
     *
     * @throws IOException in one sentence that names the file, the frame and the reason
     */
    default List<Formula> formulas() throws IOException {
        return List.of();
    }

    /**
     * Makes what changes the samples of one cursor. Called by many threads at a time, after {@link #prepare}.
     *
     * @throws IOException in one sentence that names the file and the reason
     */
    Worker worker(PixelTools tools) throws IOException;

    /** Frees what {@link #prepare} opened. The second call does nothing. */
    @Override
    default void close() throws IOException {}

    /** Changes the samples of one cursor. Belongs to one thread. */
    @FunctionalInterface
    interface Worker extends AutoCloseable {

        /**
         * Goes to a frame. Parts of it are then changed in any order, none or several times.
         *
         * @throws IOException in one sentence that names the file, the frame and the reason
         */
        default void frame(long index) throws IOException {}

        /**
         * Changes some neighbouring samples of the frame.
         *
         * @param first index in the frame of the first sample, in storage order
         * @param samples to be changed in place, from index 0 on
         * @param count number of samples, at most {@link PixelChain#PIECE}
         * @throws IOException in one sentence that names the file, the frame and the reason
         */
        void apply(int first, float[] samples, int count) throws IOException;

        @Override
        default void close() {}
    }
}
