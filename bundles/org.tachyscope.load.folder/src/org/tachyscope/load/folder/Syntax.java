package org.tachyscope.load.folder;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells how a matrix is written as text. Lines before the first number are a header; lines that begin with #, % or // and empty
 * ones are passed over.
 *
 * @param separator between numbers; a blank stands for any number of blanks and tabs
 * @param comma whether decimals follow a comma
 * @param columns how many numbers a line has
 * @param header how many lines precede the numbers
 */
record Syntax(char separator, boolean comma, int columns, int header) {

    private static final int MOST_HEADER_LINES = 64;
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\d+[.,]?\\d*|[.,]\\d+)([eEdD][-+]?\\d+)?|[-+]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?(\\d*,)?\\d+([eE][-+]?\\d+)?");

    /**
     * Finds out from the beginning of a text, or returns nothing if it holds no matrix.
     *
     * @param head the first bytes
     * @param whole whether that is all, so that its last line isn't cut
     */
    static Optional<Syntax> of(byte[] head, boolean whole) {
        for (byte letter : head) {
            if (letter == 0) {
                return Optional.empty();
            }
        }
        List<String> lines = new String(head, StandardCharsets.UTF_8).lines().toList();
        int last = whole || lines.size() < 2 ? lines.size() : lines.size() - 1;
        for (int i = 0; i < Math.min(last, MOST_HEADER_LINES); i++) {
            String line = lines.get(i).replace("\ufeff", "").strip();
            if (!passedOver(line)) {
                Syntax syntax = ofLine(line, i);
                if (syntax.fits(line)) {
                    return Optional.of(syntax);
                }
            }
        }
        return Optional.empty();
    }

    /** Tells whether a stripped line holds no numbers for sure. */
    static boolean passedOver(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith("%") || line.startsWith("//");
    }

    private static Syntax ofLine(String line, int header) {
        char separator = line.indexOf('\t') >= 0
                ? '\t'
                : line.indexOf(';') >= 0 ? ';' : line.indexOf(',') >= 0 && !decimals(line) ? ',' : ' ';
        boolean comma = separator != ',' && line.indexOf(',') >= 0 && line.indexOf('.') < 0;
        String[] cells = cells(line, separator);
        int columns = separator != ' ' && cells[cells.length - 1].isEmpty() ? cells.length - 1 : cells.length;
        return new Syntax(separator, comma, columns, header);
    }

    /** Tells whether the commas of a line without other separators than blanks are those of decimals. */
    private static boolean decimals(String line) {
        String[] parts = cells(line, ' ');
        return parts.length > 1
                && Arrays.stream(parts)
                        .allMatch(part -> COMMA_NUMBER.matcher(part).matches());
    }

    private static String[] cells(String line, char separator) {
        return separator == ' ' ? line.split("[ \t]+") : line.split(Pattern.quote(String.valueOf(separator)), -1);
    }

    private boolean fits(String line) {
        boolean some = false;
        String[] cells = cells(line, separator);
        for (int i = 0; i < columns; i++) {
            String cell = cells[i].strip();
            if (!cell.isEmpty() && !NUMBER.matcher(cell).matches()) {
                return false;
            }
            some |= !cell.isEmpty();
        }
        return some;
    }

    /** Says it in words. */
    @Override
    public String toString() {
        String between = switch (separator) {
            case '\t' -> "tabs";
            case ';' -> "semicolons";
            case ',' -> "commas";
            default -> "blanks";
        };
        return columns + " numbers a line between " + between + (comma ? ", with decimal commas" : "")
                + (header > 0 ? ", behind " + header + " lines of header" : "");
    }
}
