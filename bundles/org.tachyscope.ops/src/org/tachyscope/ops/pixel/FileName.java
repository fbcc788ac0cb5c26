package org.tachyscope.ops.pixel;

import java.util.function.UnaryOperator;
import org.tachyscope.api.NamesFiles;

/**
 * Names a file or folder.
 *
 * @param text relative to the recipe's folder, or absolute
 */
public record FileName(String text) implements NamesFiles<FileName> {

    /** Takes any text but an empty one. */
    public static FileName parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a file needs a name");
        }
        return new FileName(text.strip());
    }

    @Override
    public FileName withFiles(UnaryOperator<String> change) {
        return new FileName(change.apply(text));
    }

    @Override
    public String toString() {
        return text;
    }
}
