package org.tachyscope.api.fold;

/** Tells what a reduction does with values that are not numbers. Only F32 stacks have any. */
public enum NanRule {
    /** A NaN among the values makes the result NaN. */
    PROPAGATE,
    /** The result is that of the other values; NaN if there are none. */
    IGNORE
}
