package org.tachyscope.load.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tachyscope.api.DiskCache;

/**
 * Tells one state of a source from another without reading all of it: by size, time of change and the first and last 64 KiB of a
 * file; by names, sizes and times of what is in a folder.
 *
 * @param source the real path
 * @param hash a digest of all that
 */
record Identity(Path source, String hash) {

    private static final int PIECE = 64 * 1024;

    /**
     * Looks at a source and the files that are read beside it.
     *
     * @throws IOException in one sentence that names the file
     */
    static Identity of(Path source, List<Path> besides) throws IOException {
        try {
            Path real = source.toRealPath();
            MessageDigest digest = sha256();
            add(digest, real);
            for (Path beside : besides) {
                add(digest, beside.toRealPath());
            }
            return new Identity(real, hex(digest));
        } catch (NoSuchFileException e) {
            throw new IOException(e.getFile() + " does not exist", e);
        } catch (UncheckedIOException e) {
            throw new IOException(source + " can't be read: " + e.getCause().getMessage(), e);
        }
    }

    /** Returns the name of the entry for this state of the source, read in one way. */
    String entry(DiskCache.Key key) {
        MessageDigest digest = sha256();
        text(digest, Index.FORMAT + "\n" + source + "\n" + key.loader() + "\n" + key.params() + "\n" + hash);
        return hex(digest).substring(0, 32);
    }

    private static void add(MessageDigest digest, Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        text(digest, path + "\n");
        if (attributes.isDirectory()) {
            folder(digest, path);
        } else {
            text(digest, state(attributes));
            ends(digest, path, attributes.size());
        }
    }

    private static String state(BasicFileAttributes attributes) {
        return attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "\n";
    }

    /** Adds what lies directly in a folder, in the order of names. */
    private static void folder(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> found = Files.find(folder, 1, (_, _) -> true, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> paths =
                    found.filter(path -> !path.equals(folder)).sorted().toList();
            for (Path path : paths) {
                text(digest, path.getFileName() + "\n");
                text(digest, state(Files.readAttributes(path, BasicFileAttributes.class)));
            }
        }
    }

    private static void ends(MessageDigest digest, Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            piece(digest, channel, 0);
            piece(digest, channel, Math.max(0, size - PIECE));
        }
    }

    private static void piece(MessageDigest digest, FileChannel channel, long from) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {}
        digest.update(piece.flip());
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
