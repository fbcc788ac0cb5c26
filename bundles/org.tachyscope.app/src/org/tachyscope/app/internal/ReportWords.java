package org.tachyscope.app.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tachyscope.api.Plan.Report;
import org.tachyscope.api.data.Column;

/** Shows the tables of what a loader found, to a person and to other programs. */
final class ReportWords {

    /** A person sees no more rows than that. */
    private static final int SHOWN = 20;

    private ReportWords() {}

    /** Returns a header and one line a row, columns aligned, all beneath each other. */
    static List<String> lines(Report report) {
        List<Column> columns = report.table().columns();
        int rows = rows(report);
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(ReportWords::heading).toList());
        for (int row = 0; row < Math.min(rows, SHOWN); row++) {
            int at = row;
            cells.add(columns.stream().map(column -> text(column, at)).toList());
        }
        List<String> lines = new ArrayList<>(Words.aligned(cells).lines().toList());
        if (rows > SHOWN) {
            lines.add("… and " + (rows - SHOWN) + " more, see --json");
        }
        return lines;
    }

    /** Returns the table as rows of named values, all of them. */
    static Map<String, Object> tree(Report report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", report.title());
        tree.put(
                "rows",
                IntStream.range(0, rows(report))
                        .mapToObj(row -> row(report, row))
                        .toList());
        return tree;
    }

    private static Map<String, Object> row(Report report, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : report.table().columns()) {
            values.put(heading(column), value(column, row));
        }
        return values;
    }

    private static int rows(Report report) {
        List<Column> columns = report.table().columns();
        return columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    private static String heading(Column column) {
        return column.unit().isEmpty() ? column.label() : column.label() + " [" + column.unit() + "]";
    }

    /** Returns a text, a whole number where it is one, or a number; JSON has no others. */
    private static Object value(Column column, int row) {
        return switch (column) {
            case Column.Texts texts -> texts.values().get(row);
            case Column.Numbers numbers -> number(numbers.get(row));
        };
    }

    private static Object number(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    private static String text(Column column, int row) {
        return String.valueOf(value(column, row));
    }
}
