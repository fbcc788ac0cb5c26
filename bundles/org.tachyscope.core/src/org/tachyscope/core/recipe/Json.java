package org.tachyscope.core.recipe;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long} and
 * {@code Double}. Strict: no comments, NaN, null, double names, trailing text or deep nesting.
 */
public final class Json {

    private static final int DEPTH = 32;
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final JsonReader reader;

    private Json(String text) {
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEPTH);
    }

    /**
     * Reads one value.
     *
     * @throws IOException in a few words with line and column
     */
    static Object parse(String text) throws IOException {
        Json json = new Json(text);
        try {
            Object value = json.value();
            if (json.reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("has text behind its end");
            }
            return value;
        } catch (EOFException e) {
            throw new IOException("ends too early" + place(e), e);
        } catch (com.google.gson.stream.MalformedJsonException e) {
            throw new IOException(invalid(e), e);
        }
    }

    /** Writes a plain value, indented if {@code indent} holds spaces. */
    public static String format(Object value, String indent) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setStrictness(Strictness.STRICT);
            writer.setIndent(indent);
            write(value, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String invalid(IOException e) {
        return String.valueOf(e.getMessage()).contains("esting limit")
                ? "is nested deeper than " + DEPTH + " levels"
                : "is no valid JSON" + place(e);
    }

    private static String place(IOException e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? " at line " + place.group(1) + ", column " + place.group(2) : "";
    }

    private Object value() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> list();
            case STRING -> reader.nextString();
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> number(reader.nextString());
            case NULL -> throw new IOException(here() + ": null is not allowed");
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new EOFException();
        };
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.containsKey(name)) {
                throw new IOException(here() + ": is there twice");
            }
            object.put(name, value());
        }
        reader.endObject();
        return object;
    }

    private List<Object> list() throws IOException {
        List<Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(value());
        }
        reader.endArray();
        return list;
    }

    private Object number(String text) throws IOException {
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new IOException(here() + ": " + text + " is too large");
        }
        return number;
    }

    private String here() {
        return reader.getPath().replaceFirst("^\\$\\.?", "");
    }

    private static void write(Object value, JsonWriter writer) throws IOException {
        switch (value) {
            case Map<?, ?> map -> writeObject(map, writer);
            case List<?> list -> writeList(list, writer);
            case String text -> writer.value(text);
            case Boolean flag -> writer.value(flag);
            case Number number -> writer.value(number);
            default -> throw new IllegalArgumentException(value.getClass().getName() + " is no plain value");
        }
    }

    private static void writeObject(Map<?, ?> map, JsonWriter writer) throws IOException {
        writer.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            writer.name(String.valueOf(entry.getKey()));
            write(entry.getValue(), writer);
        }
        writer.endObject();
    }

    private static void writeList(List<?> list, JsonWriter writer) throws IOException {
        writer.beginArray();
        for (Object item : list) {
            write(Objects.requireNonNull(item), writer);
        }
        writer.endArray();
    }
}
