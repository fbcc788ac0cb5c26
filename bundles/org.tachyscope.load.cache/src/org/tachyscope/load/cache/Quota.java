package org.tachyscope.load.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Bounds how much is kept: what the user said, or half of what the disk could give, that is of its free space and what is kept
 * already.
 *
 * @param said a number of bytes, if the user said one
 */
record Quota(OptionalLong said) {

    private static final int SHARE = 2;

    /** Tells whether {@code need} more bytes may be kept, and the disk has room for them. */
    boolean allows(Path folder, long used, long need) throws IOException {
        return need <= bytes(folder, used) - used && need <= free(folder);
    }

    /** Returns how many bytes may be kept. */
    long bytes(Path folder, long used) throws IOException {
        return said.isPresent() ? said.getAsLong() : (free(folder) + used) / SHARE;
    }

    private static long free(Path folder) throws IOException {
        Path there = Stream.iterate(
                        Optional.of(folder.toAbsolutePath()), Optional::isPresent, path -> path.map(Path::getParent))
                .flatMap(Optional::stream)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
        return Files.getFileStore(there).getUsableSpace();
    }

    /** Says that nothing more can be deleted and there still isn't room. */
    IOException refused(Path folder, Layout layout, long used) throws IOException {
        long need = layout.allBytes();
        String what = folder + ": the disk cache needs " + text(need) + " for " + layout.shape() + " " + layout.type();
        if (need > free(folder)) {
            return new IOException(what + ", the disk has " + text(free(folder)) + " left");
        }
        return new IOException(what + ", it may hold " + text(bytes(folder, used))
                + (used == 0 ? "" : ", of which " + text(used) + " are open") + "; " + Location.QUOTA
                + " changes that");
    }

    /** Says that the disk refused. */
    IOException refused(Path folder, Layout layout, IOException e) throws IOException {
        return new IOException(
                folder + ": the disk cache needs " + text(layout.allBytes()) + " for " + layout.shape() + " "
                        + layout.type() + ", the disk has " + text(free(folder)) + " left and refuses: "
                        + e.getMessage(),
                e);
    }

    /** Returns a size as a person reads it. */
    static String text(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : bytes < 1_000_000_000
                        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
