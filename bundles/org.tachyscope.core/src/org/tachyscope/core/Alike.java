package org.tachyscope.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses what a person meant to type. */
final class Alike {

    private Alike() {}

    /** Returns the name that takes the fewest changed letters, if these are at most a third of {@code typed}. */
    static Optional<String> to(String typed, List<String> names) {
        return names.stream()
                .filter(name -> distance(typed, name) <= (typed.length() + 1) / 3)
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** Counts letters that must be inserted, deleted or changed (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
