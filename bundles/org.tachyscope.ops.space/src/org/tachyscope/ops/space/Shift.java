package org.tachyscope.ops.space;

/**
 * Says where the content of a frame lies.
 *
 * @param x how far to the right of the reference's, in pixels
 * @param y how far below the reference's, in pixels
 * @param match height of the correlation's peak, 1 for frames that differ only by the shift, near 0 for others
 */
record Shift(double x, double y, double match) {

    static final Shift NONE = new Shift(0, 0, 1);

    /** Adds this to where the reference lies itself. */
    Shift from(Shift reference) {
        return new Shift(reference.x + x, reference.y + y, match);
    }
}
