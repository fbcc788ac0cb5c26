package org.tachyscope.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands parameters that a person typed.
 *
 * @param fields the known ones
 * @param path put in front of complaints
 */
record Typed(List<Field> fields, String path) {

    Map<String, Object> parse(List<String> assignments) {
        Map<String, Object> values = new LinkedHashMap<>();
        assignments.forEach(assignment -> assign(assignment, values));
        return values;
    }

    private void assign(String assignment, Map<String, Object> values) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw complaint(assignment, "must have the form name=value");
        }
        String name = assignment.substring(0, equals).strip();
        String text = assignment.substring(equals + 1);
        Optional<Field> field = find(name);
        if (field.isPresent()) {
            set(field.get(), text, values);
        } else {
            spread(name, text, values);
        }
    }

    private Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.path().equals(name)).findFirst();
    }

    /** Gives a nested record its values in order: {@code box=3,4,10,10}. */
    private void spread(String name, String text, Map<String, Object> values) {
        List<Field> nested = fields.stream()
                .filter(field -> field.path().startsWith(name + "."))
                .toList();
        if (nested.isEmpty()) {
            String known = String.join(", ", fields.stream().map(Field::path).toList());
            throw complaint(name, "unknown parameter; " + (known.isEmpty() ? "there are none" : "known: " + known));
        }
        String[] parts = text.split(",", -1);
        if (parts.length != nested.size()) {
            String names = String.join(",", nested.stream().map(Field::name).toList());
            throw complaint(
                    name,
                    "must be " + nested.size() + " values " + names + ", got " + parts.length + " in \"" + text + "\"");
        }
        for (int i = 0; i < parts.length; i++) {
            set(nested.get(i), parts[i], values);
        }
    }

    private void set(Field field, String text, Map<String, Object> values) {
        try {
            Object value = field.many() ? Values.items(field.type(), text) : Values.parsed(field.type(), text);
            put(values, field.path(), Values.plain(value));
        } catch (IllegalArgumentException e) {
            throw complaint(field.path(), String.valueOf(e.getMessage()));
        }
    }

    private IllegalArgumentException complaint(String name, String what) {
        return new IllegalArgumentException(Components.join(path, name) + ": " + what);
    }

    /** Puts a value at a path such as {@code box.x}, making maps on the way. */
    static void put(Map<String, Object> values, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            if (values.put(path, value) != null) {
                throw new IllegalArgumentException("is given twice");
            }
            return;
        }
        @Nullable
        Object inner = values.computeIfAbsent(path.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
        if (inner instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // made above
            Map<String, Object> nested = (Map<String, Object>) map;
            put(nested, path.substring(dot + 1), value);
        }
    }
}
