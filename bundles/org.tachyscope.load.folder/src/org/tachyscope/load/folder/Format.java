package org.tachyscope.load.folder;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Lists the formats of images, with their file names and, if they have one, signatures. */
enum Format {
    PNG("PNG", Set.of("png"), 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a),
    JPEG("JPEG", Set.of("jpg", "jpeg", "jpe"), 0xff, 0xd8, 0xff),
    TIFF("TIFF", Set.of("tif", "tiff"), 'I', 'I', 42, 0),
    TIFF_BIG_ENDIAN("TIFF", Set.of(), 'M', 'M', 0, 42),
    BIG_TIFF("TIFF", Set.of(), 'I', 'I', 43, 0),
    BIG_TIFF_BIG_ENDIAN("TIFF", Set.of(), 'M', 'M', 0, 43),
    BMP("BMP", Set.of("bmp", "dib"), 'B', 'M'),
    WEBP("WebP", Set.of("webp"), 'R', 'I', 'F', 'F', -1, -1, -1, -1, 'W', 'E', 'B', 'P'),
    PNM("PNM", Set.of("pbm", "pgm", "ppm", "pnm"), 'P'),
    RAW("raw", Set.of("raw", "bin")),
    TEXT("text", Set.of("txt", "csv", "tsv", "asc"));

    private static final Map<String, Format> BY_EXTENSION = Arrays.stream(values())
            .flatMap(format -> format.extensions.stream().map(extension -> Map.entry(extension, format)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String label;
    private final Set<String> extensions;
    private final int[] signature;

    Format(String label, Set<String> extensions, int... signature) {
        this.label = label;
        this.extensions = extensions;
        this.signature = signature;
    }

    /** Returns what a person calls the format. */
    String label() {
        return label;
    }

    /** Tells whether a file's name ends like that of an image. */
    static boolean fitsName(String name) {
        return BY_EXTENSION.containsKey(extension(name));
    }

    /** Returns the format that the end of a file's name stands for. */
    static Optional<Format> ofName(String name) {
        return Optional.ofNullable(BY_EXTENSION.get(extension(name)));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Recognises the leading bytes; {@code byteAt} gives 0 … 255, or -1 behind the end. */
    static Optional<Format> of(IntUnaryOperator byteAt) {
        return Arrays.stream(values()).filter(format -> format.matches(byteAt)).findFirst();
    }

    /** Recognises the leading bytes of a whole file. */
    static Optional<Format> of(ByteBuffer file) {
        return of(i -> i < file.limit() ? file.get(i) & 0xff : -1);
    }

    private boolean matches(IntUnaryOperator byteAt) {
        if (signature.length == 0) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (signature[i] >= 0 && byteAt.applyAsInt(i) != signature[i]) {
                return false;
            }
        }
        return this != PNM || pnm(byteAt);
    }

    /** Takes the binary kinds only: OpenCV stretches the numbers of the text kinds. */
    private static boolean pnm(IntUnaryOperator byteAt) {
        int kind = byteAt.applyAsInt(1);
        int space = byteAt.applyAsInt(2);
        return kind >= '4' && kind <= '6' && (space == ' ' || space == '\n' || space == '\r' || space == '\t');
    }
}
