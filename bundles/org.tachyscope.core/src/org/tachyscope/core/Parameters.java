package org.tachyscope.core;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.NamesFiles;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Roi;

/**
 * Translates parameter records, whose components carry {@link Param @Param}, to plain values and back.
 *
 * <p>Plain values are what a recipe holds: a {@code Map} in the order of the components, of {@code Boolean}, {@code Long},
 * {@code Double}, {@code String} (texts, enums, types that are written as a text, and the doubles that JSON can't write),
 * {@code List} of those, and nested {@code Map}. On the command line they are {@code name=value}, nested {@code box.x=3} or
 * {@code box=3,4,10,10}, lists {@code names=a; b}. Every refusal is an {@link IllegalArgumentException} of one sentence that
 * begins with the path, such as {@code reductions[1].params.box.width: must be ≥ 1 px, got 0}.
 */
public final class Parameters {

    private Parameters() {}

    /** Lists all parameters, those of nested records in their place. */
    public static List<Field> fields(Record defaults) {
        List<Field> fields = new ArrayList<>();
        collect(defaults, "", "", fields);
        return List.copyOf(fields);
    }

    /** Returns all values as plain ones. */
    public static Map<String, Object> toMap(Record params) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : Components.of(params.getClass())) {
            Object value = Components.value(params, component);
            map.put(component.getName(), nests(component) ? toMap((Record) value) : Values.plain(value));
        }
        return map;
    }

    /**
     * Returns {@code defaults} with other values, all of them checked.
     *
     * @param values plain ones; what is missing stays as it is
     * @param path where they come from, put in front of every complaint, or empty
     */
    public static <P extends Record> P fromMap(P defaults, Map<String, ?> values, String path) {
        List<RecordComponent> components = Components.of(defaults.getClass());
        refuseUnknown(values, components, path);
        Object[] built = new Object[components.size()];
        for (int i = 0; i < built.length; i++) {
            RecordComponent component = components.get(i);
            Object old = Components.value(defaults, component);
            @Nullable Object plain = values.get(component.getName());
            built[i] = changed(component, old, plain, Components.join(path, component.getName()));
        }
        @SuppressWarnings("unchecked") // the class of a P is a class of P
        Class<P> type = (Class<P>) defaults.getClass();
        return Components.build(type, built, path);
    }

    /**
     * Returns {@code defaults} with the values that a person typed.
     *
     * @param assignments texts {@code name=value}
     * @param path put in front of every complaint, or empty
     */
    public static <P extends Record> P fromText(P defaults, List<String> assignments, String path) {
        return fromMap(defaults, parse(defaults, assignments, path), path);
    }

    /**
     * Returns what a person typed as plain values, only those that were given.
     *
     * @param assignments texts {@code name=value}
     * @param path put in front of every complaint, or empty
     */
    public static Map<String, Object> parse(Record defaults, List<String> assignments, String path) {
        return new Typed(fields(defaults), path).parse(assignments);
    }

    /** Returns {@code params} with one other value, which may be plain or of the field's own type. */
    public static <P extends Record> P with(P params, String field, Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        Typed.put(values, field, value);
        return fromMap(params, values, "");
    }

    /** Returns {@code params} naming other files; what names none stays as it is. */
    public static <P extends Record> P withFiles(P params, UnaryOperator<String> change) {
        return with(
                params,
                value -> value instanceof NamesFiles<?> files
                        ? Optional.of(Objects.requireNonNull(files.withFiles(change)))
                        : Optional.empty());
    }

    /** Returns {@code params} with other boxes and regions; what is none stays as it is. */
    public static <P extends Record> P withRegions(P params, UnaryOperator<Box> boxes, UnaryOperator<Roi> regions) {
        return with(params, value -> switch (value) {
            case Box box -> Optional.of(boxes.apply(box));
            case Roi roi -> Optional.of(regions.apply(roi));
            default -> Optional.empty();
        });
    }

    /** Changes the values that {@code change} knows, those of nested records and of lists included. */
    private static <P extends Record> P with(P params, Function<Object, Optional<Object>> change) {
        List<RecordComponent> components = Components.of(params.getClass());
        Object[] built = new Object[components.size()];
        for (int i = 0; i < built.length; i++) {
            built[i] = changed(Components.value(params, components.get(i)), change);
        }
        @SuppressWarnings("unchecked") // the class of a P is a class of P
        Class<P> type = (Class<P>) params.getClass();
        return Components.build(type, built, "");
    }

    private static Object changed(Object value, Function<Object, Optional<Object>> change) {
        return change.apply(value).orElseGet(() -> switch (value) {
            case Record nested -> with(nested, change);
            case List<?> items ->
                items.stream()
                        .map(item -> changed(Objects.requireNonNull(item), change))
                        .toList();
            default -> value;
        });
    }

    /** Returns the values as on the command line, such as {@code box.x=3 box.y=4 divisor=SAMPLE}. */
    public static String toText(Record params) {
        return fields(params).stream()
                .map(field -> field.path() + "=" + field.text())
                .collect(Collectors.joining(" "));
    }

    private static void collect(Record params, String path, String section, List<Field> fields) {
        for (RecordComponent component : Components.of(params.getClass())) {
            Object value = Components.value(params, component);
            String inner = Components.join(path, component.getName());
            if (nests(component)) {
                collect(
                        (Record) value,
                        inner,
                        Components.param(component).map(Param::label).orElse(section),
                        fields);
            } else {
                fields.add(Components.field(component, value, inner, section));
            }
        }
    }

    private static void refuseUnknown(Map<String, ?> values, List<RecordComponent> components, String path) {
        List<String> known = components.stream().map(RecordComponent::getName).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(Components.join(path, name) + ": unknown parameter; "
                        + (known.isEmpty() ? "there are none" : "known: " + String.join(", ", known)));
            }
        }
    }

    /** Tells whether a component is a record of parameters, not one that is written as a text. */
    private static boolean nests(RecordComponent component) {
        return component.getType().isRecord() && !Values.known(component.getType());
    }

    private static Object changed(RecordComponent component, Object old, @Nullable Object plain, String path) {
        if (nests(component)) {
            Map<String, Object> values = plain == null ? Map.of() : nestedValues(plain, path);
            return fromMap((Record) old, values, path);
        }
        Field field = Components.field(component, old, path, "");
        Object value = Objects.requireNonNullElse(plain, old);
        return field.many() ? many(field, value) : one(field, value, path);
    }

    private static List<Object> many(Field field, Object plain) {
        if (!(plain instanceof List<?> items)) {
            throw new IllegalArgumentException(field.path() + ": must be a list, got " + Values.text(plain));
        }
        List<Object> values = new ArrayList<>();
        for (Object item : items) {
            values.add(one(field, Objects.requireNonNull(item), field.path() + "[" + values.size() + "]"));
        }
        return List.copyOf(values);
    }

    private static Object one(Field field, Object plain, String path) {
        try {
            Object value = Values.typed(field.type(), plain);
            if (value instanceof Number number) {
                field.complaint(number).ifPresent(Parameters::refuse);
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    private static void refuse(String complaint) {
        throw new IllegalArgumentException(complaint);
    }

    private static Map<String, Object> nestedValues(Object plain, String path) {
        if (plain instanceof Record whole) {
            return toMap(whole);
        }
        if (!(plain instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(path + ": must be an object, got " + Values.text(plain));
        }
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        entry -> (Object) entry.getValue(),
                        (a, _) -> a,
                        LinkedHashMap::new));
    }
}
