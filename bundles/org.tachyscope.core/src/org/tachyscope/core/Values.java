package org.tachyscope.core;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Converts single values of parameters. Plain values are {@code Boolean}, {@code Long}, {@code Double}, {@code String},
 * {@code List} and {@code Map}; messages say only what is wrong, the caller adds where.
 */
final class Values {

    private static final Map<String, Double> SPECIAL =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    private static final String ITEMS = ";";

    private Values() {}

    /** Tells whether a parameter, or an item of a list, can be of {@code type}. */
    static boolean known(Class<?> type) {
        return type.isEnum()
                || List.of(boolean.class, int.class, long.class, double.class, String.class)
                        .contains(type)
                || Written.as(type).isPresent();
    }

    /** Returns a component's value as a plain one. */
    static Object plain(Object value) {
        return switch (value) {
            case Integer i -> i.longValue();
            case Double d when d.isNaN() || d.isInfinite() -> d.toString();
            case Boolean _, Long _, Double _, String _ -> value;
            case Enum<?> choice -> choice.name();
            case List<?> items -> items.stream().map(Values::plain).toList();
            default -> value.toString();
        };
    }

    /** Returns a plain value as one of {@code type}. */
    static Object typed(Class<?> type, Object plain) {
        return switch (plain) {
            case Boolean b when type == boolean.class -> b;
            case Long l when type == long.class -> l;
            case Long l when type == int.class -> narrowed(l);
            case Long l when type == double.class -> (double) l;
            case Double d when type == double.class -> d;
            case Double d
            when (type == int.class || type == long.class) && d == Math.rint(d) && Math.abs(d) < 1L << 53 ->
                typed(type, d.longValue());
            case Integer i -> typed(type, i.longValue());
            case Float f -> typed(type, f.doubleValue());
            case Enum<?> choice when type.isInstance(choice) -> choice;
            case String text when type == String.class -> text;
            case String text when type == double.class && SPECIAL.containsKey(text) -> Double.valueOf(text);
            case String text when type.isEnum() -> choice(type, text);
            case String text
            when Written.as(type).isPresent() -> Written.as(type).get().parse(text);
            case Object value when !(value instanceof String) && type.isInstance(value) -> value;
            default -> throw new IllegalArgumentException("must be " + wanted(type) + ", got " + text(plain));
        };
    }

    /** Returns what a person typed as a list: items between semicolons. */
    static List<Object> items(Class<?> type, String text) {
        return Stream.of(text.split(ITEMS, -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> parsed(type, item))
                .toList();
    }

    /** Returns a component's value as a person types it. */
    static String written(Object value) {
        return value instanceof List<?> items
                ? items.stream().map(Values::written).collect(Collectors.joining(ITEMS + " "))
                : String.valueOf(plain(value));
    }

    /** Returns what a person typed as a value of {@code type}. */
    static Object parsed(Class<?> type, String text) {
        try {
            if (type == boolean.class) {
                return flag(text);
            }
            if (type == int.class || type == long.class) {
                return typed(type, Long.parseLong(text.strip()));
            }
            if (type == double.class) {
                return Double.parseDouble(text.strip());
            }
            return typed(type, text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be " + wanted(type) + ", got " + text(text), e);
        }
    }

    /** Returns a value as it is written in a message or on the command line. */
    static String text(Object value) {
        return switch (value) {
            case String text -> "\"" + text + "\"";
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> String.valueOf(d.longValue());
            default -> value.toString();
        };
    }

    static List<String> choices(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    private static Object choice(Class<?> type, String text) {
        String name = text.strip().replace('-', '_');
        return Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be " + wanted(type) + ", got " + text(text)));
    }

    private static Boolean flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new NumberFormatException();
        };
    }

    private static Integer narrowed(long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException("must be a whole number of at most 32 bits, got " + value);
        }
        return (int) value;
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", choices(type));
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type == double.class
                ? "a number"
                : type == int.class || type == long.class ? "a whole number" : "a text";
    }
}
