package org.tachyscope.api.data;

import java.util.List;

/**
 * Tells how a stack is computed from others.
 *
 * @param step what is done, in a few words with its numbers, such as {@code subtract mean of frames 0 … 99}
 * @param inputs the stacks that frames are computed from, the main one first; at least one
 * @param time how many frames beside frame t of the main input it takes to compute frame t
 * @param space how many pixels around a pixel of the main input it takes to compute that pixel
 * @param cursorBytes memory that one cursor takes, without its inputs' cursors
 */
public record Origin(String step, List<Stack> inputs, Reach time, Reach space, long cursorBytes) {

    /** Copies the list, and refuses an empty one. */
    public Origin {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("\"" + step + "\" names no input");
        }
    }

    /**
     * Bounds what a value depends on.
     *
     * @param before frames before, or pixels to the left and above
     * @param after frames after, or pixels to the right and below
     */
    public record Reach(long before, long after) {
        /** Depends on nothing but its own place. */
        public static final Reach NONE = new Reach(0, 0);

        /** Depends on everything. */
        public static final Reach ALL = new Reach(Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
