package org.tachyscope.api.pixel;

import java.lang.foreign.MemorySegment;

/** Takes samples through all steps of a chain, each from memory to memory without a stop. Safe for any thread. */
@FunctionalInterface
public interface FormulaLoop {

    /**
     * Computes float32 samples from neighbouring ones of a frame.
     *
     * @param in packed samples of the chain's input, in the machine's byte order, not necessarily aligned
     * @param offset byte of the first one
     * @param first its index in the frame
     * @param count number of samples
     * @param out filled from byte 0 on
     * @return how many samples were computed: the first ones; the others are left to the caller
     */
    int run(MemorySegment in, long offset, int first, int count, MemorySegment out);
}
