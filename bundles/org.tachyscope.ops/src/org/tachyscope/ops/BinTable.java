package org.tachyscope.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Table;

/** Shows some bins as a table: {@code from}, {@code to}, and a count for each channel. */
final class BinTable {

    private BinTable() {}

    /**
     * Holds counts of interleaved channels.
     *
     * @param values bin b of channel c is at {@code b × channels + c}
     */
    record Counts(long[] values, int channels) {}

    /** Returns one row for each of the bins. */
    static Table of(Bins bins, int[] rows, Counts counts) {
        List<Column> columns = new ArrayList<>();
        columns.add(column("from", rows, bins::from));
        columns.add(column("to", rows, bins::to));
        for (int c = 0; c < counts.channels(); c++) {
            int channel = c;
            String label = counts.channels() == 1 ? "count" : "count of channel " + c;
            columns.add(column(label, rows, bin -> counts.values()[bin * counts.channels() + channel]));
        }
        return new Table(columns);
    }

    private static Column column(String label, int[] rows, IntToDoubleFunction value) {
        return new Column.Numbers(
                label, "", IntStream.of(rows).mapToDouble(value).toArray());
    }
}
