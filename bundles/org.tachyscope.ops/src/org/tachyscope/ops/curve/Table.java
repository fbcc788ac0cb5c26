package org.tachyscope.ops.curve;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Keeps what was measured, one value a statistic and slot. */
final class Table {

    private final Map<Statistic, double[]> values = new HashMap<>();

    Table(Set<Statistic> statistics, int slots) {
        statistics.forEach(statistic -> values.put(statistic, new double[slots]));
    }

    void put(int slot, ToDoubleFunction<Statistic> measured) {
        values.forEach((statistic, all) -> all[slot] = measured.applyAsDouble(statistic));
    }

    double get(Statistic statistic, int slot) {
        return Objects.requireNonNull(values.get(statistic))[slot];
    }

    /** Takes over other slots, which begin at {@code first} of these. */
    void merge(Table other, int first) {
        other.values.forEach((statistic, all) ->
                System.arraycopy(all, 0, Objects.requireNonNull(values.get(statistic)), first, all.length));
    }
}
