package org.tachyscope.core;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Writes a file completely or not at all: into a hidden file beside it, which takes its name at the end.
 *
 * <p>While it is written a shutdown hook stands by, so that a killed JVM leaves nothing half-written either.
 */
public final class WholeFile {

    private static final long PATIENCE_MS = 100;

    private WholeFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Writing {
        /** Creates or overwrites {@code part}. */
        void write(Path part) throws IOException;
    }

    /**
     * Lets {@code writing} write a file and puts it in place.
     *
     * @param file final place; its folder is made if it isn't there, and a file that is there is replaced
     * @param bytes about how much will be written, for messages
     * @throws IOException in one sentence that names the file or folder and the reason
     * @throws CancellationException if the user cancelled or the JVM is shutting down
     */
    public static void write(Path file, long bytes, Writing writing) throws IOException {
        Path folder = folder(file);
        Path part = folder.resolve(partName(String.valueOf(file.getFileName())));
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> deleteForGood(part, done), "delete " + part.getFileName());
        standBy(hook);
        boolean complete = false;
        try {
            create(part, file);
            writing.write(part);
            move(part, file);
            complete = true;
        } catch (IOException e) {
            throw clear(e, file, bytes);
        } finally {
            if (!complete) {
                delete(part);
            }
            done.countDown();
            standDown(hook);
        }
    }

    /**
     * Makes sure that a file can be written, before hours are spent on what is to go there.
     *
     * @throws IOException in one sentence that names the folder and the reason
     */
    public static void check(Path file) throws IOException {
        Path part = folder(file).resolve(partName(String.valueOf(file.getFileName())));
        try {
            create(part, file);
        } finally {
            delete(part);
        }
    }

    /** Makes the folder of {@code file} and returns it. */
    private static Path folder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder, can't write a file in its place");
        }
        try {
            return Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + ": is a file, can't write " + file.getFileName() + " into it", e);
        } catch (FileSystemException e) {
            throw new IOException(folder + ": can't make the folder: " + Reason.of(e), e);
        }
    }

    private static String partName(String name) {
        int dot = name.lastIndexOf('.');
        String suffix = dot < 0 ? "" : name.substring(dot);
        return "." + name + ".part-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + suffix;
    }

    private static void create(Path part, Path file) throws IOException {
        try {
            Files.createFile(part);
        } catch (FileSystemException e) {
            if (diskFull(e)) {
                throw e;
            }
            throw new IOException(
                    file.toAbsolutePath().getParent() + ": can't write " + file.getFileName() + ": " + Reason.of(e), e);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static IOException clear(IOException e, Path file, long bytes) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().getParent();
        if (diskFull(e)) {
            return new IOException(
                    folder + ": disk full while writing " + name + " (needed " + Size.text(bytes) + ")", e);
        }
        String message = e instanceof FileSystemException ? Reason.of(e) : String.valueOf(e.getMessage());
        return message.contains(name) ? e : new IOException(file + ": can't be written: " + message, e);
    }

    private static boolean diskFull(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of("no space left", "not enough space", "disk quota exceeded", "disk full")
                .anyMatch(message::contains);
    }

    private static void standBy(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw (CancellationException) new CancellationException("the program is ending").initCause(e);
        }
    }

    private static void standDown(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the JVM is ending: the hook runs or has run
        }
    }

    /** Deletes, and once more in case the writer was about to open its file. */
    private static void deleteForGood(Path part, CountDownLatch done) {
        delete(part);
        try {
            if (!done.await(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                delete(part);
            }
        } catch (InterruptedException e) {
            delete(part);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}
