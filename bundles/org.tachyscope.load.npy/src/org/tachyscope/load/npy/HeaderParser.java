package org.tachyscope.load.npy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header of an {@code .npy} file: a Python dictionary of the keys {@code descr}, {@code fortran_order} and
 * {@code shape}, in any order. Strict, and never evaluates anything. See
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
final class HeaderParser {

    private static final int DIGITS = 18;
    private static final int LONGEST_TEXT = 64;

    private final String file;
    private final String text;
    private int at;
    private Optional<String> descr = Optional.empty();
    private Optional<Boolean> fortran = Optional.empty();
    private Optional<List<Long>> shape = Optional.empty();

    private HeaderParser(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Holds what a header says.
     *
     * @param descr numpy's spelling of the sample type
     * @param fortran whether the first axis is the fastest
     * @param shape lengths of the axes, not negative
     */
    record Fields(String descr, boolean fortran, List<Long> shape) {}

    /**
     * Reads a header.
     *
     * @param file named in every error
     * @throws IOException in one sentence, if anything isn't as numpy writes it
     */
    static Fields parse(String file, String text) throws IOException {
        HeaderParser parser = new HeaderParser(file, text);
        parser.dictionary();
        return new Fields(
                parser.required("descr", parser.descr),
                parser.required("fortran_order", parser.fortran),
                parser.required("shape", parser.shape));
    }

    private <V> V required(String key, Optional<V> value) throws IOException {
        return value.orElseThrow(() -> new IOException(file + ": the header has no '" + key + "'"));
    }

    private void dictionary() throws IOException {
        expect('{');
        while (!accept('}')) {
            entry();
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipSpace();
        if (at < text.length()) {
            throw malformed("the end");
        }
    }

    private void entry() throws IOException {
        String key = string();
        expect(':');
        switch (key) {
            case "descr" -> descr = once(key, descr, sampleType());
            case "fortran_order" -> fortran = once(key, fortran, truth());
            case "shape" -> shape = once(key, shape, lengths());
            default ->
                throw new IOException(file + ": the header names '" + key
                        + "', but only descr, fortran_order and shape have a meaning");
        }
    }

    private <V> Optional<V> once(String key, Optional<V> old, V value) throws IOException {
        if (old.isPresent()) {
            throw new IOException(file + ": the header names '" + key + "' twice");
        }
        return Optional.of(value);
    }

    private String sampleType() throws IOException {
        char next = peek();
        if (next == '[' || next == '(') {
            throw new IOException(file + ": a structured dtype holds records, not pixels;"
                    + " save one of its fields as an array of its own, such as a['field']");
        }
        return string();
    }

    private boolean truth() throws IOException {
        skipSpace();
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("True");
            }
        }
        throw malformed("True or False");
    }

    private List<Long> lengths() throws IOException {
        List<Long> lengths = new ArrayList<>();
        expect('(');
        while (!accept(')')) {
            lengths.add(length());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return lengths;
    }

    private long length() throws IOException {
        skipSpace();
        int start = at;
        accept('-');
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty() || digits.equals("-")) {
            throw malformed("a length");
        }
        accept('L'); // Python 2 wrote (400L, 1024L)
        if (digits.length() > DIGITS || digits.startsWith("-")) {
            String shown = digits.length() <= 2 * DIGITS ? digits : digits.length() + " digits";
            throw new IOException(file + ": the header claims an axis of length " + shown);
        }
        return Long.parseLong(digits);
    }

    private String string() throws IOException {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw malformed("a quoted text");
        }
        int end = text.indexOf(quote, at + 1);
        String value = end < 0 ? "" : text.substring(at + 1, end);
        if (end < 0 || value.length() > LONGEST_TEXT || !isPlain(value)) {
            throw malformed("a short text without escapes and its closing " + quote);
        }
        at = end + 1;
        return value;
    }

    private static boolean isPlain(String value) {
        return value.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
    }

    private void expect(char wanted) throws IOException {
        if (!accept(wanted)) {
            throw malformed("'" + wanted + "'");
        }
    }

    private boolean accept(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private IOException malformed(String wanted) {
        String found = at < text.length() ? "U+%04X".formatted((int) text.charAt(at)) : "the end";
        if (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) < 127) {
            found = "'" + text.charAt(at) + "'";
        }
        return new IOException(
                file + ": the header is malformed at character " + at + ": expected " + wanted + ", found " + found);
    }
}
