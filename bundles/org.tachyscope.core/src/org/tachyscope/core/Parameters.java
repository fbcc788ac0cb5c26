package org.tachyscope.core;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Param;

/**
 * Translates parameter records, whose components carry {@link Param @Param}, to plain values and back.
 *
 * <p>Plain values are what a recipe holds: a {@code Map} in the order of the components, of {@code Boolean}, {@code Long},
 * {@code Double}, {@code String} (texts, enums, and the doubles that JSON can't write) and nested {@code Map}. On the command
 * line they are {@code name=value}, nested {@code box.x=3} or {@code box=3,4,10,10}. Every refusal is an
 * {@link IllegalArgumentException} of one sentence that begins with the path, such as
 * {@code reductions[1].params.box.width: must be ≥ 1 px, got 0}.
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
            map.put(component.getName(), value instanceof Record nested ? toMap(nested) : Values.plain(value));
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

    /** Returns the values as on the command line, such as {@code box.x=3 box.y=4 divisor=SAMPLE}. */
    public static String toText(Record params) {
        return fields(params).stream()
                .map(field -> field.path() + "=" + Values.plain(field.initial()))
                .collect(Collectors.joining(" "));
    }

    private static void collect(Record params, String path, String section, List<Field> fields) {
        for (RecordComponent component : Components.of(params.getClass())) {
            Object value = Components.value(params, component);
            String inner = Components.join(path, component.getName());
            if (value instanceof Record nested) {
                collect(
                        nested,
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

    private static Object changed(RecordComponent component, Object old, @Nullable Object plain, String path) {
        if (old instanceof Record nested) {
            return fromMap(nested, nestedValues(Objects.requireNonNullElse(plain, Map.of()), path), path);
        }
        try {
            Object value = plain == null ? old : Values.typed(component.getType(), plain);
            if (value instanceof Number number) {
                Field field = Components.field(component, value, path, "");
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
