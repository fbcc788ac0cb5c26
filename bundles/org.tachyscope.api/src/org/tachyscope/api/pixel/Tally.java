package org.tachyscope.api.pixel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts samples that something happened to, such as a division by zero. Safe for any thread. */
public final class Tally {

    /** Replaced by a larger one when something happens for the first time; so counting needs no lock. */
    private volatile Map<String, LongAdder> counts = Map.of();

    /**
     * Adds {@code count} samples, 0 or more.
     *
     * @param what what happened to them, such as {@code divided by 0, set to 0}
     */
    public void add(String what, long count) {
        if (count > 0) {
            LongAdder known = counts.get(what);
            (known == null ? begun(what) : known).add(count);
        }
    }

    private synchronized LongAdder begun(String what) {
        Map<String, LongAdder> all = new LinkedHashMap<>(counts);
        LongAdder adder = all.computeIfAbsent(what, _ -> new LongAdder());
        counts = all;
        return adder;
    }

    /** Returns the number of samples that this happened to so far. */
    public long count(String what) {
        LongAdder known = counts.get(what);
        return known == null ? 0 : known.sum();
    }

    /** Returns what happened so far, such as {@code 12 samples divided by 0, set to 0}. */
    public List<String> words() {
        return counts.entrySet().stream()
                .map(entry ->
                        entry.getValue() + (entry.getValue().sum() == 1 ? " sample " : " samples ") + entry.getKey())
                .toList();
    }
}
