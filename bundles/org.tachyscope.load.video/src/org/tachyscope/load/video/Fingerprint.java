package org.tachyscope.load.video;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Tells one state of a file from another without reading all of it: by path, size, time of change, and what the first and last
 * 64 KiB hold.
 *
 * @param name stands for the path alone
 * @param state stands for all of it
 */
record Fingerprint(String name, String state) {

    private static final int PIECE = 64 * 1024;

    /**
     * Looks at a file.
     *
     * @throws IOException naming the file, if it can't be read
     */
    static Fingerprint of(Path path) throws IOException {
        String real = path.toRealPath().toString();
        MessageDigest digest = sha256();
        digest.update(real.getBytes(StandardCharsets.UTF_8));
        long changed = Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            digest.update(ByteBuffer.allocate(16)
                    .putLong(file.length())
                    .putLong(changed)
                    .flip());
            add(digest, file, 0);
            add(digest, file, Math.max(0, file.length() - PIECE));
        }
        byte[] ofPath = sha256().digest(real.getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(HexFormat.of().formatHex(Arrays.copyOf(ofPath, 16)), hex(digest));
    }

    private static void add(MessageDigest digest, RandomAccessFile file, long from) throws IOException {
        byte[] piece = new byte[PIECE];
        file.seek(from);
        int done = 0;
        for (int count = file.read(piece); count > 0; count = file.read(piece, done, PIECE - done)) {
            done += count;
        }
        digest.update(piece, 0, done);
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
