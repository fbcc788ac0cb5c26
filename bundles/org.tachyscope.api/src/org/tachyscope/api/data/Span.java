package org.tachyscope.api.data;

/**
 * Marks neighbouring pixels of one row: columns {@code first … end − 1}.
 *
 * @param row row of the frame
 * @param first left column
 * @param end column behind the right one, greater than {@code first}
 */
public record Span(int row, int first, int end) {

    /** Returns the number of pixels. */
    public int length() {
        return end - first;
    }
}
