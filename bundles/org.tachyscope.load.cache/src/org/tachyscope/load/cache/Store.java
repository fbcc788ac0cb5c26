package org.tachyscope.load.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Manages the folder of the entries together with other processes.
 *
 * <pre>
 *   .lock               locked by whoever adds, opens or deletes, for a moment
 *   3f…a0/lock          locked, shared, by everybody who has the entry open
 *   3f…a0/index         its time is that of the last use
 *   3f…a0/pixels …      the rest of the entry
 *   77…12.part/lock     locked while it is written; what a killed process left isn't, and is deleted
 *   5c…90.gone          is being deleted
 * </pre>
 *
 * Safe for any thread. A folder has one store in a process: the system counts locks by process.
 */
final class Store {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final String WRITTEN = ".part";
    private static final String DELETED = ".gone";

    private final Path folder;
    private final Quota quota;
    private final Map<String, Held> held = new HashMap<>();
    private final Set<String> parts = new HashSet<>();

    Store(Path folder, Quota quota) {
        this.folder = folder;
        this.quota = quota;
    }

    /** Does something that no other process may disturb. */
    private interface Work<V> {
        V get() throws IOException;
    }

    private synchronized <V> V alone(Work<V> work) throws IOException {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                return work.get();
            }
        } catch (FileSystemException e) {
            throw refused(e);
        }
    }

    private IOException refused(FileSystemException e) {
        String reason = e instanceof AccessDeniedException
                ? "permission denied"
                : Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
        return new IOException(
                folder + ": the disk cache can't be used: " + reason + "; " + Location.FOLDER + " names another folder",
                e);
    }

    /** Opens an entry and marks it as used, if it is there. */
    Optional<Held> hold(String name) throws IOException {
        if (!Files.isDirectory(folder.resolve(name))) {
            return Optional.empty();
        }
        return alone(() -> {
            Path entry = folder.resolve(name);
            if (!held.containsKey(name)) {
                Optional<FileChannel> lock = locked(entry, true);
                if (lock.isEmpty()) {
                    return Optional.empty();
                }
                held.put(name, new Held(entry, lock.get()));
            }
            markAsUsed(entry);
            return Optional.of(held.get(name).another());
        });
    }

    /** Not by the lock file: to set its time, Java opens and closes it, and the system drops the lock. */
    private static void markAsUsed(Path entry) throws IOException {
        try {
            Files.setLastModifiedTime(entry.resolve(Part.INDEX), FileTime.from(Instant.now()));
        } catch (NoSuchFileException _) {
            // who opens the index will say so
        }
    }

    /** Closes an entry. */
    synchronized void release(Held entry) throws IOException {
        if (entry.oneLess()) {
            held.remove(String.valueOf(entry.entry().getFileName()));
        }
    }

    /**
     * Begins to write an entry, with all the room it needs; makes room if need be.
     *
     * @return nothing if somebody else is writing it, or has written it
     */
    Optional<Part> begin(String name, Layout layout) throws IOException {
        return alone(() -> {
            sweep();
            Path part = folder.resolve(name + WRITTEN);
            if (Files.exists(folder.resolve(name)) || Files.exists(part)) {
                return Optional.empty();
            }
            makeRoom(layout);
            try {
                Part made = Part.make(part, layout);
                parts.add(name);
                return Optional.of(made);
            } catch (IOException e) {
                Folders.delete(part);
                throw e instanceof FileSystemException file ? refused(file) : quota.refused(folder, layout, e);
            }
        });
    }

    /** Puts a complete entry in its place. */
    void commit(Part part) throws IOException {
        String name = name(part);
        alone(() -> {
            part.close();
            parts.remove(name);
            return Files.move(part.folder(), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /** Deletes what was written so far. */
    void abandon(Part part) throws IOException {
        alone(() -> {
            part.close();
            parts.remove(name(part));
            Folders.delete(part.folder());
            return part;
        });
    }

    private static String name(Part part) {
        String folder = String.valueOf(part.folder().getFileName());
        return folder.substring(0, folder.length() - WRITTEN.length());
    }

    /** Lists the folders of all entries, the last used first. What killed processes left is deleted. */
    List<Path> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return alone(() -> {
            sweep();
            return byUse().reversed();
        });
    }

    /** Tells whether somebody has an entry open. */
    boolean open(Path entry) throws IOException {
        return alone(() -> {
            if (held.containsKey(String.valueOf(entry.getFileName()))) {
                return true;
            }
            Optional<FileChannel> lock = locked(entry, false);
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty() && Files.exists(entry);
        });
    }

    /** Deletes an entry unless somebody has it open, and tells whether it is gone. */
    boolean delete(String name) throws IOException {
        return alone(() -> remove(folder.resolve(name)));
    }

    /** Returns when an entry was opened last. */
    static Instant used(Path entry) throws IOException {
        try {
            return Files.getLastModifiedTime(entry.resolve(Part.INDEX)).toInstant();
        } catch (NoSuchFileException _) {
            return Instant.EPOCH;
        }
    }

    private boolean remove(Path entry) throws IOException {
        if (held.containsKey(String.valueOf(entry.getFileName()))) {
            return false;
        }
        if (Files.exists(entry.resolve(Part.LOCK))) {
            Optional<FileChannel> lock = locked(entry, false);
            if (lock.isEmpty()) {
                return false;
            }
            lock.get().close();
        }
        if (Files.exists(entry)) {
            Path gone = folder.resolve(entry.getFileName() + DELETED);
            Files.move(entry, gone, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(gone);
        }
        return true;
    }

    /** Locks the lock file of an entry or part; nothing if somebody else has, or it isn't there. */
    private static Optional<FileChannel> locked(Path entry, boolean shared) throws IOException {
        try {
            FileChannel channel =
                    FileChannel.open(entry.resolve(Part.LOCK), StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(0, Long.MAX_VALUE, shared) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(channel);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Deletes what killed processes left. */
    private void sweep() throws IOException {
        for (Path path : Folders.in(folder)) {
            String name = String.valueOf(path.getFileName());
            if (name.endsWith(DELETED) || name.endsWith(WRITTEN) && !alive(path)) {
                Folders.delete(path);
            }
        }
    }

    private boolean alive(Path part) throws IOException {
        String name = String.valueOf(part.getFileName());
        if (parts.contains(name.substring(0, name.length() - WRITTEN.length()))) {
            return true;
        }
        Optional<FileChannel> lock = locked(part, false);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty() && Files.exists(part.resolve(Part.LOCK));
    }

    /** Deletes the entries that were not used for the longest time until there is room. */
    private void makeRoom(Layout layout) throws IOException {
        long need = layout.allBytes();
        List<Path> oldest = new ArrayList<>(byUse());
        while (!quota.allows(folder, used(), need)) {
            if (oldest.isEmpty()) {
                throw quota.refused(folder, layout, used());
            }
            remove(oldest.removeFirst());
        }
    }

    /** Returns the bytes of all entries and of those that are being written. */
    long used() throws IOException {
        long bytes = 0;
        for (Path path : Folders.in(folder)) {
            if (Files.isDirectory(path)) {
                bytes += Folders.bytes(path);
            }
        }
        return bytes;
    }

    private List<Path> byUse() throws IOException {
        Map<Path, Instant> used = new HashMap<>();
        for (Path path : Folders.in(folder)) {
            if (NAME.matcher(String.valueOf(path.getFileName())).matches()) {
                used.put(path, used(path));
            }
        }
        return used.entrySet().stream()
                .sorted(Map.Entry.<Path, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
