package org.tachyscope.ui.views.frame;

import java.util.function.ToIntFunction;

/** Breaks text into lines. */
final class Wrapping {

    private Wrapping() {}

    /** Breaks at blanks, so that lines are at most {@code room} wide where words allow it. */
    static String wrap(String text, int room, ToIntFunction<String> width) {
        StringBuilder all = new StringBuilder();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width.applyAsInt(longer) > room) {
                all.append(line).append('\n');
                line = word;
            } else {
                line = longer;
            }
        }
        return all.append(line).toString();
    }
}
