package org.tachyscope.core.plan;

import java.util.List;

/**
 * Says what a recipe will do and cost, before it runs.
 *
 * @param lines what happens, in order
 */
public record Explanation(List<Line> lines) {

    /** Copies the list. */
    public Explanation {
        lines = List.copyOf(lines);
    }

    /**
     * Says one thing.
     *
     * @param name what it is about, such as {@code source}
     * @param text what is to be said
     */
    public record Line(String name, String text) {}
}
