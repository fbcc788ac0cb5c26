package org.tachyscope.ops.curve;

/** Tells what a profile or envelope runs along. */
public enum Axis {
    /** One value a column, from a band of rows. */
    COLUMNS,
    /** One value a row, from a band of columns. */
    ROWS
}
