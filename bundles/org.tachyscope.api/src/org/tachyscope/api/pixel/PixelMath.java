package org.tachyscope.api.pixel;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.tachyscope.api.data.PixelType;

/**
 * Offers the loops over samples that Java doesn't turn into vector instructions by itself. The engine has its own, faster
 * ones; all give the same bits. Safe for any thread.
 */
public interface PixelMath {

    /** Returns plain loops, always the same. */
    static PixelMath plain() {
        return PlainMath.PLAIN;
    }

    /**
     * Converts samples to float32, which is exact.
     *
     * @param in packed samples in the machine's byte order, not necessarily aligned
     * @param offset byte of the first sample
     * @param out filled from index 0 on
     */
    void load(MemorySegment in, long offset, PixelType type, float[] out, int count);

    /**
     * Stores samples; for U8 and U16 these are whole numbers of the type's range, otherwise anything is stored.
     *
     * @param in read from index 0 on
     * @param out packed samples in the machine's byte order, not necessarily aligned
     * @param offset byte of the first sample
     */
    void store(float[] in, int count, PixelType type, MemorySegment out, long offset);

    /**
     * Divides each sample by its divisor. Where that is 0 the result is {@code instead}.
     *
     * @return the number of divisors that are 0
     */
    int divide(float[] samples, float[] divisors, int count, float instead);

    /**
     * Rounds each sample half up to a whole number from 0 to {@code most}. What lies beyond saturates, NaN becomes 0.
     *
     * @param most at most 65535
     */
    Rounded round(float[] samples, int count, float most);

    /** Sets each sample to {@code above} if it is at least {@code level}, to {@code below} if it is less or NaN. */
    void select(float[] samples, int count, float level, float below, float above);

    /**
     * Moves a window by one frame: adds the samples that enter to their sums, takes off those that leave, and stores each sum
     * over {@code divisor} as float32. Exact while sums stay below 2<sup>24</sup>.
     *
     * @param entering as many packed samples in the machine's byte order as there are sums, not necessarily aligned
     * @param leaving likewise
     * @param type U8 or U16
     * @param sums whole numbers, changed
     * @param out as many float32, not necessarily aligned
     */
    void slide(
            MemorySegment entering,
            MemorySegment leaving,
            PixelType type,
            float[] sums,
            float divisor,
            MemorySegment out);

    /** Tells whether this may make one loop of a chain. */
    default boolean makesLoops() {
        return false;
    }

    /**
     * Returns one loop for a whole chain, if there is one by now. It gives the same bits as step by step.
     *
     * @param coming samples that are about to be computed: where they are many, a loop is made in the background
     */
    default Optional<FormulaLoop> loop(Formulas chain, int coming) {
        return Optional.empty();
    }

    /**
     * Counts what rounding changed by more than half.
     *
     * @param saturated samples that rounded to less than 0 or more than the largest number
     * @param nans samples that were NaN
     */
    record Rounded(int saturated, int nans) {}
}
