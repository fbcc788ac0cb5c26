package org.tachyscope.load.folder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.tachyscope.api.data.PixelType;

/** Reads a matrix that is written as text into F32 samples, a line a row. Belongs to one thread. */
final class TextMatrix {

    /** Says what becomes of numbers. */
    static final String CHANGE = "numbers written as text became F32";

    private static final int HEAD = 1 << 16;
    private static final int LONGEST_NUMBER = 64;
    private static final long EXACT = 1L << 53;
    private static final double[] TENS = new double[23];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    private MemorySegment numbers = Arena.ofAuto().allocate(1 << 16, 64);
    private long count;

    /** Finds out how many columns a text has; its rows only show when it is read. */
    static Head head(Peek file) throws BrokenImage {
        byte[] head = new byte[(int) Math.min(HEAD, file.size())];
        file.copy(0, ByteBuffer.wrap(head));
        Syntax syntax = Syntax.of(head, head.length == file.size())
                .orElseThrow(() -> new BrokenImage("no matrix: its lines don't hold numbers"));
        return Head.of(
                new Picture(syntax.columns(), 0, 1, Optional.of(PixelType.F32), new Picture.Matrix(syntax)), Exif.NONE);
    }

    /**
     * Reads a whole text.
     *
     * @return how it lies in {@link #samples}
     * @throws BrokenImage naming the line, if it holds something else than as many numbers as the others
     */
    Layout read(ByteBuffer text, Syntax syntax) throws BrokenImage {
        count = 0;
        int rows = 0;
        int line = 0;
        int at = text.limit() > 2 && text.get(0) == (byte) 0xef && text.get(1) == (byte) 0xbb
                ? 3
                : 0; // a byte order mark
        while (at < text.limit()) {
            int end = at;
            while (end < text.limit() && text.get(end) != '\n' && text.get(end) != '\r') {
                end++;
            }
            line++;
            if (line > syntax.header() && row(text, at, end, syntax, line)) {
                rows++;
            }
            boolean both = end + 1 < text.limit() && text.get(end) == '\r' && text.get(end + 1) == '\n';
            at = end + (both ? 2 : 1);
        }
        if (rows == 0) {
            throw new BrokenImage("no matrix: its lines don't hold numbers");
        }
        if ((long) rows * syntax.columns() > Integer.MAX_VALUE) {
            throw new BrokenImage("a matrix of more than " + Integer.MAX_VALUE + " numbers");
        }
        return new Layout(rows, syntax.columns(), 1, PixelType.F32);
    }

    /** Returns what was read. */
    MemorySegment samples() {
        return numbers.asSlice(0, count * Float.BYTES);
    }

    /** Reads one line and tells whether it held numbers. */
    private boolean row(ByteBuffer text, int from, int to, Syntax syntax, int line) throws BrokenImage {
        int start = from;
        int end = to;
        while (start < end && (text.get(start) & 0xff) <= ' ') {
            start++;
        }
        while (end > start && text.get(end - 1) == ' ') {
            end--;
        }
        if (start == end || Syntax.passedOver(string(text, start, Math.min(end, start + 2)))) {
            return false;
        }
        start = syntax.separator() == ' ' ? start : from;
        int columns = 0;
        while (start <= end && (start < end || syntax.separator() != ' ')) {
            int stop = start;
            while (stop < end && !separates(text.get(stop), syntax.separator())) {
                stop++;
            }
            boolean extra = columns == syntax.columns() && blank(text, start, stop);
            if (!extra) {
                refuseMore(++columns, syntax, line);
                add(number(text, start, stop, syntax, line, columns));
            }
            start = stop + 1;
            while (syntax.separator() == ' ' && start < end && separates(text.get(start), ' ')) {
                start++;
            }
        }
        if (columns != syntax.columns()) {
            throw new BrokenImage("line " + line + " has " + columns + " numbers, the first has " + syntax.columns());
        }
        return true;
    }

    private static void refuseMore(int columns, Syntax syntax, int line) throws BrokenImage {
        if (columns > syntax.columns()) {
            throw new BrokenImage(
                    "line " + line + " has more than " + syntax.columns() + " numbers, as many as the first has");
        }
    }

    private static boolean separates(byte letter, char separator) {
        return letter == separator || separator == ' ' && letter == '\t';
    }

    private static boolean blank(ByteBuffer text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.get(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private void add(double value) {
        if ((count + 1) * Float.BYTES > numbers.byteSize()) {
            MemorySegment larger = Arena.ofAuto().allocate(2 * numbers.byteSize(), 64);
            larger.asSlice(0, numbers.byteSize()).copyFrom(numbers);
            numbers = larger;
        }
        numbers.setAtIndex(JAVA_FLOAT, count++, (float) value);
    }

    /**
     * Reads a number. Up to 2^53 with up to 22 decimals or zeros, both exact, one division or multiplication rounds correctly;
     * the rest is left to Java.
     */
    private static double number(ByteBuffer text, int from, int to, Syntax syntax, int line, int column)
            throws BrokenImage {
        int start = from;
        int end = to;
        while (start < end && text.get(start) == ' ') {
            start++;
        }
        while (end > start && text.get(end - 1) == ' ') {
            end--;
        }
        if (start == end) {
            return Double.NaN;
        }
        boolean negative = text.get(start) == '-';
        int at = negative || text.get(start) == '+' ? start + 1 : start;
        char point = syntax.comma() ? ',' : '.';
        long digits = 0;
        int decimals = -1;
        for (; at < end && digits < EXACT / 10 - 1; at++) {
            byte letter = text.get(at);
            if (letter >= '0' && letter <= '9') {
                digits = 10 * digits + letter - '0';
                decimals += decimals < 0 ? 0 : 1;
            } else if (letter == point && decimals < 0) {
                decimals = 0;
            } else {
                break;
            }
        }
        boolean simple = at == end
                && end - start > (negative ? 1 : 0)
                && decimals < TENS.length
                && Character.isDigit(text.get(end - 1));
        double size = digits / TENS[Math.clamp(decimals, 0, TENS.length - 1)];
        return simple ? negative ? -size : size : other(string(text, start, end), point, line, column);
    }

    private static double other(String number, char point, int line, int column) throws BrokenImage {
        String plain = number.replace(point, '.').toLowerCase(Locale.ROOT);
        String sign = plain.startsWith("-") ? "-" : "";
        String rest = plain.startsWith("-") || plain.startsWith("+") ? plain.substring(1) : plain;
        try {
            return switch (rest) {
                case "nan" -> Double.NaN;
                case "inf", "infinity" -> Double.parseDouble(sign + "Infinity");
                default -> {
                    if (rest.isEmpty()
                            || !Character.isDigit(rest.charAt(0)) && rest.charAt(0) != '.'
                            || !Character.isDigit(rest.charAt(rest.length() - 1)) && !rest.endsWith(".")) {
                        throw new NumberFormatException();
                    }
                    yield Double.parseDouble(sign + rest.replace('d', 'e'));
                }
            };
        } catch (NumberFormatException e) {
            String shown = number.length() > LONGEST_NUMBER ? number.substring(0, LONGEST_NUMBER) + "…" : number;
            throw new BrokenImage("line " + line + ", column " + column + ": \"" + shown.replaceAll("\\p{Cntrl}", "?")
                    + "\" is no number");
        }
    }

    private static String string(ByteBuffer text, int from, int to) {
        byte[] bytes = new byte[to - from];
        text.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
