package org.tachyscope.core;

import java.nio.file.Path;
import java.util.Locale;

/** Takes names of files apart at their last dot. */
public final class FileNames {

    private FileNames() {}

    /** Returns what follows the last dot, in lower case; the whole name if it has none. */
    public static String extension(Path file) {
        String name = name(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns what stands before the last dot; the whole name if it has none or only begins with it. */
    public static String stem(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
