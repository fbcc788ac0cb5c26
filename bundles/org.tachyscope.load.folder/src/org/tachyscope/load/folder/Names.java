package org.tachyscope.load.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the names of files as a scheme with numbers: {@code img_0007.png} is {@code img_#.png} with 7. */
final class Names {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 18;

    private Names() {}

    /** Returns a name whose numbers are replaced by {@code #}. */
    static String scheme(String name) {
        return DIGITS.matcher(name).replaceAll("#");
    }

    /**
     * Returns the numbers by which names of one scheme are counted, in their order; empty if there are none: if nothing or more
     * than one number differs from name to name.
     */
    static List<Long> numbers(List<String> names) {
        List<List<Long>> columns = new ArrayList<>();
        for (String name : names) {
            List<Long> row = row(name);
            for (int i = 0; i < row.size(); i++) {
                if (columns.size() <= i) {
                    columns.add(new ArrayList<>());
                }
                columns.get(i).add(row.get(i));
            }
        }
        List<List<Long>> changing = columns.stream()
                .filter(column -> column.stream().distinct().count() > 1)
                .toList();
        return changing.size() == 1
                        && changing.getFirst().size() == names.size()
                        && !changing.getFirst().contains(-1L)
                ? changing.getFirst()
                : List.of();
    }

    private static List<Long> row(String name) {
        List<Long> row = new ArrayList<>();
        Matcher matcher = DIGITS.matcher(name);
        while (matcher.find()) {
            row.add(matcher.group().length() > MOST_DIGITS ? -1L : Long.parseLong(matcher.group()));
        }
        return row;
    }
}
