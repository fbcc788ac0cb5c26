package org.tachyscope.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Describes one parameter for a form, an option or a help text.
 *
 * @param path name in recipes and on the command line; that of a nested record's component is {@code box.width}
 * @param label what a person reads beside the field
 * @param section label of the record it is nested in, or empty
 * @param help one sentence, or empty
 * @param unit unit of a number, or empty
 * @param min smallest allowed number
 * @param max largest allowed number
 * @param type {@code boolean.class}, {@code int.class}, {@code long.class}, {@code double.class}, {@code String.class}, an
 *     enum, or a type that is written as a text; of a list, that of an item
 * @param many whether it is a list
 * @param initial the value it starts with, boxed
 */
public record Field(
        String path,
        String label,
        String section,
        String help,
        String unit,
        double min,
        double max,
        Class<?> type,
        boolean many,
        Object initial) {

    /** Returns the last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Returns the names to choose one from if this is an enum, otherwise nothing. */
    public List<String> choices() {
        return many ? List.of() : Values.choices(type);
    }

    /** Returns the value it starts with as it is written on the command line and in a form. */
    public String text() {
        return Values.written(initial);
    }

    /** Returns the type, range and unit as a person reads them, such as {@code whole number ≥ 1 px}. */
    public String constraint() {
        return (many ? "list of " : "")
                + kind()
                + (min == Double.NEGATIVE_INFINITY ? "" : " ≥ " + plain(min))
                + (max == Double.POSITIVE_INFINITY ? "" : " ≤ " + plain(max))
                + (unit.isEmpty() ? "" : " " + unit)
                + (many ? ", separated by ;" : "");
    }

    private String kind() {
        if (type.isEnum()) {
            return String.join(" | ", Values.choices(type));
        }
        if (type == boolean.class) {
            return "true | false";
        }
        return type == double.class ? "number" : type == int.class || type == long.class ? "whole number" : "text";
    }

    /** Returns what is wrong with a number, if anything. */
    Optional<String> complaint(Number value) {
        double number = value.doubleValue();
        boolean bounded = min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY;
        if (bounded && Double.isNaN(number)) {
            return Optional.of("must be a number, got NaN");
        }
        Stream<String> broken = Stream.of(
                        number < min ? "must be ≥ " + plain(min) : "", number > max ? "must be ≤ " + plain(max) : "")
                .filter(text -> !text.isEmpty());
        return broken.findFirst()
                .map(text -> text + (unit.isEmpty() ? "" : " " + unit) + ", got " + Values.text(value));
    }

    private static String plain(double bound) {
        return Double.isInfinite(bound)
                ? String.valueOf(bound)
                : new BigDecimal(String.valueOf(bound)).stripTrailingZeros().toPlainString();
    }
}
