package org.tachyscope.api.data;

import java.util.List;

/** Holds one column of a curve or table. Immutable. */
public sealed interface Column {

    /** Returns what the column holds. */
    String label();

    /** Returns the unit, or an empty text. */
    String unit();

    /** Returns the number of rows. */
    int size();

    /** Holds numbers. */
    final class Numbers implements Column {
        private final String label;
        private final String unit;
        private final double[] values;

        /** Copies the values. */
        public Numbers(String label, String unit, double[] values) {
            this.label = label;
            this.unit = unit;
            this.values = values.clone();
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String unit() {
            return unit;
        }

        @Override
        public int size() {
            return values.length;
        }

        /** Returns the value of one row. */
        public double get(int row) {
            return values[row];
        }
    }

    /** Holds texts, such as file names. */
    record Texts(String label, String unit, List<String> values) implements Column {
        /** Copies the values. */
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }
}
