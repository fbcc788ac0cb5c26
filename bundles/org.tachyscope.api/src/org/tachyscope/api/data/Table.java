package org.tachyscope.api.data;

import java.util.List;

/**
 * Holds rows of numbers and texts.
 *
 * @param columns equally long
 */
public record Table(List<Column> columns) implements Result {

    /** Refuses columns of different lengths. */
    public Table {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.size() != columns.getFirst().size()) {
                throw new IllegalArgumentException(column.label() + " has " + column.size() + " rows, "
                        + columns.getFirst().label() + " has "
                        + columns.getFirst().size());
            }
        }
    }
}
