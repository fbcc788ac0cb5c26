package org.tachyscope.load.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Counts the files of a group by the numbers in their names.
 *
 * @param first the least number
 * @param last the greatest
 * @param gaps the numbers that are missing between, in order
 */
record Numbers(long first, long last, List<Gap> gaps) {

    /** Knows no numbers. */
    static final Numbers NONE = new Numbers(0, -1, List.of());

    private static final int SHOWN = 8;

    /**
     * Tells of numbers that are missing one after the other.
     *
     * @param behind index of the file before them
     * @param first the first of them
     * @param count how many there are
     * @param step from one to the next
     */
    record Gap(int behind, long first, long count, long step) {
        @Override
        public String toString() {
            return count == 1 ? Long.toString(first) : first + "–" + (first + (count - 1) * step);
        }
    }

    /** Copies the list. */
    Numbers {
        gaps = List.copyOf(gaps);
    }

    /**
     * Finds what is missing. The step is the one that most numbers make; if fewer than half make it, or others make no multiple
     * of it, they are no count but dates or identifiers, and nothing is known to be missing.
     *
     * @param numbers of all files, in their order
     */
    static Numbers of(List<Long> numbers) {
        if (numbers.size() < 2) {
            return NONE;
        }
        Map<Long, Integer> steps = new TreeMap<>();
        for (int i = 1; i < numbers.size(); i++) {
            steps.merge(numbers.get(i) - numbers.get(i - 1), 1, Integer::sum);
        }
        Map.Entry<Long, Integer> usual = steps.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .orElseThrow();
        long step = usual.getKey();
        boolean counts = step > 0
                && usual.getValue() * 2 >= numbers.size() - 1
                && steps.keySet().stream().allMatch(each -> each > 0 && each % step == 0);
        return new Numbers(numbers.getFirst(), numbers.getLast(), counts ? gaps(numbers, step) : List.of());
    }

    private static List<Gap> gaps(List<Long> numbers, long step) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < numbers.size(); i++) {
            long missing = (numbers.get(i) - numbers.get(i - 1)) / step - 1;
            if (missing > 0) {
                gaps.add(new Gap(i - 1, numbers.get(i - 1) + step, missing, step));
            }
        }
        return gaps;
    }

    /** Counts the missing numbers. */
    long missing() {
        return gaps.stream().mapToLong(Gap::count).sum();
    }

    /** Returns the missing numbers themselves, in order. */
    LongStream all() {
        return gaps.stream()
                .flatMapToLong(gap -> LongStream.range(0, gap.count()).map(i -> gap.first() + i * gap.step()));
    }

    /** Returns the missing numbers as a person writes them. */
    String missingText() {
        String shown = gaps.stream().limit(SHOWN).map(Gap::toString).collect(Collectors.joining(", "));
        long more = gaps.stream().skip(SHOWN).mapToLong(Gap::count).sum();
        return more == 0 ? shown : shown + " and " + more + " more";
    }

    /** Returns the range as a person writes it, or an empty text. */
    String range() {
        return last < first ? "" : first + "–" + last;
    }
}
