package org.tachyscope.core.recipe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a JSON value together with its place, so that complaints can name it.
 *
 * @param path such as {@code reductions[1].params}, empty for the whole
 * @param value a plain value
 */
record Node(String path, Object value) {

    /** Refuses names that aren't known. */
    Node object(String... names) throws IOException {
        for (String name : map().keySet()) {
            if (!List.of(names).contains(name)) {
                throw new IOException(at(name) + ": unknown field; known: " + String.join(", ", names));
            }
        }
        return this;
    }

    Node get(String name) throws IOException {
        Optional<Node> node = find(name);
        if (node.isEmpty()) {
            throw new IOException(at(name) + ": is missing");
        }
        return node.get();
    }

    Optional<Node> find(String name) throws IOException {
        @Nullable Object inner = map().get(name);
        return inner == null ? Optional.empty() : Optional.of(new Node(at(name), inner));
    }

    Optional<String> findText(String name) throws IOException {
        Optional<Node> node = find(name);
        return node.isPresent() ? Optional.of(node.get().text()) : Optional.empty();
    }

    /** Returns the items of a list that may be missing. */
    List<Node> items(String name) throws IOException {
        Optional<Node> node = find(name);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get().value instanceof List<?> list)) {
            throw node.get().wrong("a list");
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new Node(at(name) + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    /** Returns an object of parameters that may be missing. */
    Map<String, Object> params(String name) throws IOException {
        Optional<Node> node = find(name);
        return node.isPresent() ? node.get().map() : Map.of();
    }

    String text() throws IOException {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong("a text");
    }

    long whole() throws IOException {
        if (value instanceof Long number) {
            return number;
        }
        throw wrong("a whole number");
    }

    boolean truth() throws IOException {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong("true or false");
    }

    private Map<String, Object> map() throws IOException {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("an object");
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((name, inner) -> typed.put(String.valueOf(name), inner));
        return typed;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private IOException wrong(String wanted) {
        String got = switch (value) {
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case String text -> "\"" + text + "\"";
            default -> value.toString();
        };
        return new IOException((path.isEmpty() ? "" : path + ": ") + "must be " + wanted + ", got " + got);
    }
}
