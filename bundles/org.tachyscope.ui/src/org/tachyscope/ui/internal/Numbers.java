package org.tachyscope.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;

/** Writes curves and tables as texts. */
final class Numbers {

    private Numbers() {}

    /** Returns the axis and the quantities of a curve side by side. */
    static List<Column> columns(Curve curve) {
        return Stream.concat(Stream.of(curve.x()), curve.y().stream())
                .<Column>map(column -> column)
                .toList();
    }

    /** Returns all rows as lines of cells with tabs between, the headings first. */
    static String text(List<? extends Column> columns) {
        int rows = columns.isEmpty() ? 0 : columns.getFirst().size();
        return Stream.concat(
                        Stream.of(columns.stream().map(Numbers::heading).collect(Collectors.joining("\t"))),
                        IntStream.range(0, rows)
                                .mapToObj(row -> columns.stream()
                                        .map(column -> cell(column, row))
                                        .collect(Collectors.joining("\t"))))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the label with the unit behind it. */
    static String heading(Column column) {
        return column.unit().isEmpty() ? column.label() : column.label() + " (" + column.unit() + ")";
    }

    /** Returns one cell as a text. */
    static String cell(Column column, int row) {
        return switch (column) {
            case Column.Numbers numbers -> number(numbers.get(row));
            case Column.Texts texts -> texts.values().get(row);
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
