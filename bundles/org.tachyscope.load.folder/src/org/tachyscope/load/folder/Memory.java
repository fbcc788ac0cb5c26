package org.tachyscope.load.folder;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import org.tachyscope.api.FreeMemory;

/** Knows how much memory the machine can still give. */
final class Memory {

    private Memory() {}

    /**
     * Refuses what doesn't fit, before the machine starts to swap.
     *
     * @param what names the stack and its extent
     * @throws IOException with the numbers
     */
    static void require(long bytes, String what) throws IOException {
        OptionalLong available = FreeMemory.bytes();
        if (available.isPresent() && bytes > available.getAsLong()) {
            throw new IOException(
                    what + " needs " + text(bytes) + " of memory, " + text(available.getAsLong()) + " are available");
        }
    }

    /** Returns a size a person can read, such as {@code 18.6 GB}. */
    static String text(long bytes) {
        if (bytes < 1_000_000) {
            return bytes + " bytes";
        }
        double mega = bytes / 1e6;
        return mega < 1000
                ? String.format(Locale.ROOT, "%.1f MB", mega)
                : String.format(Locale.ROOT, "%.1f GB", mega / 1000);
    }
}
