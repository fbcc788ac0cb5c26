package org.tachyscope.ops.pixel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes references. */
final class ReferenceText {

    private static final String KINDS =
            Stream.of(Statistic.values()).map(Statistic::toString).collect(Collectors.joining("|"));
    private static final String PART = "frame\\s+\\d{1,18}|(?:" + KINDS + ")(?:\\s+" + FrameSpan.PATTERN + ")?";
    private static final Pattern FILE =
            Pattern.compile("file\\s+(?:\"([^\"]+)\"|(\\S.*?))(?:\\s+(" + PART + "))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WINDOW =
            Pattern.compile("file\\s.*\\swindow\\s+[a-z]+\\s+\\d.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile("frame\\s+(\\d{1,18})");
    private static final Pattern REDUCED = Pattern.compile("(" + KINDS + ")(?:\\s+(.*))?");

    private ReferenceText() {}

    static Reference parse(String given) {
        String text = given.strip();
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            boolean quoted = file.group(1) != null;
            if (!quoted && WINDOW.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" has a window of a file, but windows are those of the"
                                + " stack itself; write window mean 50 or file dark.npy mean");
            }
            return new Reference.File(
                    quoted ? file.group(1) : file.group(2),
                    Optional.ofNullable(file.group(3)).map(ReferenceText::part));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("constant ")) {
            return constant(text.substring(9).strip(), given);
        }
        return lower.startsWith("result ")
                ? new Reference.Result(own(lower.substring(7).strip()))
                : own(lower);
    }

    private static Reference constant(String number, String given) {
        try {
            return new Reference.Constant(Double.parseDouble(number));
        } catch (NumberFormatException _) {
            throw refused(given);
        }
    }

    private static Reference.Own own(String lower) {
        return lower.startsWith("window ") ? new Reference.Window(WindowText.parse(lower.substring(7))) : part(lower);
    }

    private static Reference.Part part(String given) {
        String text = given.strip().toLowerCase(Locale.ROOT);
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            return new Reference.OneFrame(Long.parseLong(one.group(1)));
        }
        Matcher reduced = REDUCED.matcher(text);
        if (!reduced.matches()) {
            throw refused(given);
        }
        Statistic statistic = Statistic.valueOf(reduced.group(1).toUpperCase(Locale.ROOT));
        return new Reference.Reduced(
                statistic, reduced.group(2) == null ? FrameSpan.ALL : FrameSpan.parse(reduced.group(2)));
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("\"" + text.strip() + "\" is no reference; write constant 12, frame 3, mean"
                + " 0..99, window mean 50, file dark.npy or file dark.npy mean");
    }

    /** Writes 12 and not 12.0. */
    static String number(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? String.valueOf(value)
                : new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
}
