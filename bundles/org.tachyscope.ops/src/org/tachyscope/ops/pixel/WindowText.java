package org.tachyscope.ops.pixel;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tachyscope.ops.time.SlidingWindow.Ends;
import org.tachyscope.ops.time.SlidingWindow.Params;
import org.tachyscope.ops.time.SlidingWindow.Position;
import org.tachyscope.ops.time.SlidingWindow.Statistic;

/** Reads and writes windows that slide along time: {@code mean 50 lag 5 leading mirrored}. */
final class WindowText {

    private static final Names<Statistic> STATISTICS = new Names<>(Statistic.values(), WindowText::lower);
    private static final Names<Position> POSITIONS = new Names<>(Position.values(), WindowText::lower);
    private static final Names<Ends> ENDS = new Names<>(Ends.values(), WindowText::ends);
    private static final Pattern TEXT =
            Pattern.compile(STATISTICS.pattern() + "\\s+(\\d{1,9})(?:\\s+lag\\s+(\\d{1,9}))?(?:\\s+"
                    + POSITIONS.pattern() + ")?(?:\\s+" + ENDS.pattern() + ")?");

    private WindowText() {}

    /** Names the values of an enum in words. */
    private record Names<E extends Enum<E>>(E[] values, Function<E, String> word) {

        String pattern() {
            return Stream.of(values).map(word).collect(Collectors.joining("|", "(", ")"));
        }

        /** Returns what a group of a match names, if it took part. */
        Optional<E> in(Matcher matcher, int group) {
            return Stream.of(values)
                    .filter(value -> word.apply(value).equals(matcher.group(group)))
                    .findFirst();
        }
    }

    /**
     * Reads what stands behind the word window. What isn't named is lag 0, trailing, shrunk.
     *
     * @throws IllegalArgumentException in one sentence, if {@code text} is no window, or one that some frames don't have
     */
    static Params parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"window " + text.strip() + "\" is no window; write window mean 50 (or"
                    + " sum, min, max, std, median) and then, if need be, lag 5, trailing, centred or leading, shrunk or"
                    + " mirrored, in this order");
        }
        Ends ends = ENDS.in(matcher, 5).orElse(Ends.SHRINK);
        if (ends == Ends.DROP) {
            throw new IllegalArgumentException("a reference needs a window for each frame, so \"window " + text.strip()
                    + "\" can't drop those at the ends; write shrunk or mirrored");
        }
        int lag = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        Position position = POSITIONS.in(matcher, 4).orElse(Position.TRAILING);
        Statistic statistic = STATISTICS.in(matcher, 1).orElseThrow();
        return new Params(statistic, Integer.parseInt(matcher.group(2)), lag, position, ends);
    }

    /** Writes what {@link #parse} reads, and nothing that goes without saying. */
    static String of(Params window) {
        return lower(window.statistic()) + " " + window.window()
                + (window.lag() == 0 ? "" : " lag " + window.lag())
                + (window.position() == Position.TRAILING ? "" : " " + lower(window.position()))
                + (window.ends() == Ends.SHRINK ? "" : " " + ends(window.ends()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String ends(Ends ends) {
        return switch (ends) {
            case DROP -> "dropped";
            case SHRINK -> "shrunk";
            case MIRROR -> "mirrored";
        };
    }
}
