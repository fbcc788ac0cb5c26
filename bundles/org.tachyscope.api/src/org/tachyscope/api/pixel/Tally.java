package org.tachyscope.api.pixel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts samples that something happened to, such as a division by zero. Safe for any thread. */
public final class Tally {

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /**
     * Adds {@code count} samples, 0 or more.
     *
     * @param what what happened to them, such as {@code divided by 0, set to 0}
     */
    public synchronized void add(String what, long count) {
        if (count > 0) {
            counts.merge(what, count, Long::sum);
        }
    }

    /** Returns the number of samples that this happened to so far. */
    public synchronized long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Returns what happened so far, such as {@code 12 samples divided by 0, set to 0}. */
    public synchronized List<String> words() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + (entry.getValue() == 1 ? " sample " : " samples ") + entry.getKey())
                .toList();
    }
}
