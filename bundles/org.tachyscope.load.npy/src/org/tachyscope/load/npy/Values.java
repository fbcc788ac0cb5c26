package org.tachyscope.load.npy;

/** Chooses what becomes of values. */
public enum Values {
    /** They stay; those that F32 doesn't hold are rounded to nearest. */
    KEEP,
    /** From the smallest to the largest of the array they become 0 … 1. */
    MIN_MAX,
    /** They are multiplied by the scale, and the offset is added. */
    SCALE
}
