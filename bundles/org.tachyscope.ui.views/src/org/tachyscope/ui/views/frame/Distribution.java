package org.tachyscope.ui.views.frame;

import org.tachyscope.ui.api.Range;

/**
 * Tells how often the values of a stack occur.
 *
 * @param axis values from the first bin's start to the last bin's end
 * @param bins number of samples in each of {@value #BINS} equally wide bins; read, don't write
 */
record Distribution(Range axis, long[] bins) {

    static final int BINS = 64;

    /** Returns the height of a bin from 0 to 1, on a scale that shows rare values: the square root of its share. */
    double height(int bin) {
        long most = 1;
        for (long count : bins) {
            most = Math.max(most, count);
        }
        return Math.sqrt((double) bins[bin] / most);
    }
}
