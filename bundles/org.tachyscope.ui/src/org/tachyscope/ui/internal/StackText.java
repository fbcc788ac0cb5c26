package org.tachyscope.ui.internal;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.core.Size;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;

/** Writes what the list of open stacks shows. */
final class StackText {

    private StackText() {}

    /** Returns such as {@code 400 × 512 × 512  U8 · mapped, 105 MB}. */
    static String facts(StackItem item) {
        return item.shape() + "  " + item.type() + " · " + where(item);
    }

    private static String where(StackItem item) {
        long bytes = Size.of(item.shape(), item.type());
        Residence residence = item.residence();
        return switch (residence.access()) {
            case MAPPED -> "mapped, " + Bytes.text(bytes);
            case LOADED -> "in memory, " + Bytes.text(residence.memoryBytes());
            case DECODED -> residence.source().isPresent() ? "decoded when shown" : "computed when shown";
        };
    }

    /** Returns everything known about where a stack comes from and what was lost, one line each. */
    static String details(StackItem item) {
        List<String> lines = new ArrayList<>();
        item.residence().source().ifPresent(source -> lines.add(source.toString()));
        lines.add(facts(item));
        lines.addAll(item.residence().notes());
        if (!item.metadata().losses().isEmpty()) {
            lines.add(Losses.details(item.metadata().losses()));
        }
        return String.join("\n", lines);
    }

    /** Returns the name without the extension if it is that of a file, to put something behind it. */
    static String base(StackItem item) {
        boolean file = item.residence()
                .source()
                .filter(source -> source.endsWith(item.name()))
                .filter(Files::isRegularFile)
                .isPresent();
        int dot = item.name().lastIndexOf('.');
        return file && dot > 0 ? item.name().substring(0, dot) : item.name();
    }
}
