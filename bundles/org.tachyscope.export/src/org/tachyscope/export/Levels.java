package org.tachyscope.export;

/** Tells how samples become the brightness of a picture. */
public enum Levels {
    /**
     * For looking: U8 stays as it is; U16 and F32 are stretched from the 0.1 % to the 99.9 % quantile of the finite samples
     * to 8 bits, or from the smallest to the largest if these are equal.
     */
    AUTO,
    /** Stretched from the smallest to the largest finite sample to 8 bits. */
    FULL,
    /** As they are: U8 to 8 bits, U16 to 16 bits. Refuses F32 and colour maps. */
    KEEP
}
