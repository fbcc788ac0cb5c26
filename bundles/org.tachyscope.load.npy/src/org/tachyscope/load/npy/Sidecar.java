package org.tachyscope.load.npy;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands a JSON file that says how the samples of another file lie:
 *
 * <pre>{@code
 * {"width": 512, "height": 384, "type": "u16", "endianness": "big", "headerBytes": 128, "frames": 300, "channels": 1}
 * }</pre>
 *
 * Width, height and type must be there; the type is one of numpy's, such as {@code u2}, or {@code uint16}, {@code float32} …
 * Without frames there are as many as the file holds.
 *
 * @param file the JSON file
 */
record Sidecar(
        Path file, long width, long height, long channels, Optional<Long> frames, SampleType type, long headerBytes) {

    private static final long LONGEST = 64 * 1024;

    private static final Set<String> KNOWN =
            Set.of("width", "height", "channels", "frames", "type", "endianness", "headerBytes");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("bool", "b1"),
            Map.entry("uint8", "u1"),
            Map.entry("uint16", "u2"),
            Map.entry("uint32", "u4"),
            Map.entry("uint64", "u8"),
            Map.entry("int8", "i1"),
            Map.entry("int16", "i2"),
            Map.entry("int32", "i4"),
            Map.entry("int64", "i8"),
            Map.entry("float16", "f2"),
            Map.entry("float32", "f4"),
            Map.entry("float64", "f8"),
            Map.entry("complex64", "c8"),
            Map.entry("complex128", "c16"));

    /** Returns the file that describes another one, if it is there: {@code x.raw.json} or {@code x.json}. */
    static Optional<Path> of(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        return Stream.of(name + ".json", stem + ".json")
                .map(file::resolveSibling)
                .filter(path -> !path.equals(file) && Files.isRegularFile(path))
                .findFirst();
    }

    /**
     * Reads a file.
     *
     * @throws IOException in one sentence that names the file and the field
     */
    static Sidecar read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + ": " + Files.size(file) + " bytes are no description of a file");
        }
        return parse(file, Files.readString(file));
    }

    static Sidecar parse(Path file, String text) throws IOException {
        @Nullable JsonObject fields;
        try {
            fields = new GsonBuilder().setStrictness(Strictness.STRICT).create().fromJson(text, JsonObject.class);
        } catch (JsonParseException e) {
            throw new IOException(file + ": not a JSON object", e);
        }
        if (fields == null) {
            throw new IOException(file + ": not a JSON object");
        }
        for (String name : fields.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IOException(file + ": unknown field " + shown(new JsonPrimitive(name)) + "; known: "
                        + String.join(", ", KNOWN.stream().sorted().toList()));
            }
        }
        Reader in = new Reader(file, fields);
        return new Sidecar(
                file,
                in.number("width", 1),
                in.number("height", 1),
                fields.has("channels") ? in.number("channels", 1) : 1,
                fields.has("frames") ? Optional.of(in.number("frames", 1)) : Optional.empty(),
                in.type(),
                fields.has("headerBytes") ? in.number("headerBytes", 0) : 0);
    }

    /** Writes a value on one line of at most some words. */
    private static String shown(@Nullable JsonElement value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private record Reader(Path file, JsonObject fields) {

        long number(String name, long least) throws IOException {
            @Nullable JsonElement value = fields.get(name);
            try {
                if (value == null) {
                    throw new IOException(file + ": \"" + name + "\" is missing");
                }
                BigDecimal number = value.getAsBigDecimal();
                if (number.scale() > 0 || number.precision() - number.scale() > 18 || number.longValueExact() < least) {
                    throw new NumberFormatException();
                }
                return number.longValueExact();
            } catch (NumberFormatException
                    | IllegalStateException
                    | UnsupportedOperationException
                    | ArithmeticException e) {
                throw new IOException(
                        file + ": \"" + name + "\" must be a whole number of at least " + least + ", got "
                                + shown(value),
                        e);
            }
        }

        SampleType type() throws IOException {
            String name = text("type").orElseThrow(() -> new IOException(file + ": \"type\" is missing"));
            String order = switch (text("endianness").orElse("little")) {
                case "little" -> "<";
                case "big" -> ">";
                default ->
                    throw new IOException(
                            file + ": \"endianness\" must be little or big, got " + shown(fields.get("endianness")));
            };
            String spelling = NAMES.getOrDefault(name, name);
            boolean ordered = spelling.startsWith("<") || spelling.startsWith(">");
            return SampleType.of(ordered ? spelling : order + spelling)
                    .orElseThrow(() -> new IOException(file + ": \"type\" must be one of "
                            + String.join(", ", NAMES.keySet().stream().sorted().toList()) + ", got "
                            + shown(fields.get("type"))));
        }

        private Optional<String> text(String name) throws IOException {
            @Nullable JsonElement value = fields.get(name);
            if (value == null) {
                return Optional.empty();
            }
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                throw new IOException(file + ": \"" + name + "\" must be a text, got " + shown(value));
            }
            return Optional.of(value.getAsString());
        }
    }

    /**
     * Describes a file of this size.
     *
     * @throws IOException in one sentence with the numbers, if it doesn't hold what is said
     */
    Header header(Path described, long size) throws IOException {
        BigInteger frame = Stream.of(width, height, channels, (long) type.kind().bytes())
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
        long behind = size - headerBytes;
        BigInteger fit = BigInteger.valueOf(behind).max(BigInteger.ZERO).divide(frame);
        BigInteger wanted = frames.map(BigInteger::valueOf).orElse(fit.max(BigInteger.ONE));
        if (wanted.compareTo(fit) > 0) {
            throw new IOException(described + ": " + file.getFileName() + " says " + wanted + " × " + height + " × "
                    + width
                    + (channels == 1 ? "" : " × " + channels) + " " + type.name() + " = " + frame.multiply(wanted)
                    + " bytes behind " + headerBytes + ", the file has only " + Math.max(0, behind) + ": truncated?");
        }
        List<Long> lengths = new ArrayList<>(List.of(wanted.longValueExact(), height, width));
        if (channels > 1) {
            lengths.add(channels);
        }
        long bytes = frame.multiply(wanted).longValueExact();
        return new Header(type.name(), type, false, List.copyOf(lengths), headerBytes, bytes, behind - bytes);
    }
}
