package org.tachyscope.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Shows a loader as much of a source as it may see before it is chosen: name, attributes, at most 64 KiB. */
public final class Probe {

    /** Bounds the leading bytes. */
    public static final int HEAD_BYTES = 64 * 1024;

    private final Path path;
    private final boolean folder;
    private final long size;
    private final byte[] head;

    private Probe(Path path, boolean folder, long size, byte[] head) {
        this.path = path;
        this.folder = folder;
        this.size = size;
        this.head = head;
    }

    /**
     * Looks at a file or folder.
     *
     * @throws IOException naming {@code path}, if there is nothing or it can't be read
     */
    public static Probe of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Probe(path, true, 0, new byte[0]);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path + " does not exist");
        }
        if (!Files.isReadable(path)) {
            throw new IOException(path + " can't be read: permission denied");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new Probe(path, false, Files.size(path), in.readNBytes(HEAD_BYTES));
        }
    }

    /** Returns the file or folder. */
    public Path path() {
        return path;
    }

    /** Tells whether the source is a folder. */
    public boolean folder() {
        return folder;
    }

    /** Returns the size of a file in bytes, 0 for a folder. */
    public long size() {
        return size;
    }

    /** Returns the number of leading bytes that were read. */
    public int headLength() {
        return head.length;
    }

    /** Returns leading byte {@code index} as 0 … 255, or -1 behind the last one. */
    public int headByte(int index) {
        return index < head.length ? head[index] & 0xff : -1;
    }

    /** Tells whether the source starts with these bytes, each 0 … 255. */
    public boolean startsWith(int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (headByte(i) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns what follows the last dot of the name, in lower case, or an empty text. */
    public String extension() {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
