package org.tachyscope.core.plan;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.core.StateFolder;
import org.tachyscope.core.WholeFile;

/**
 * Says how fast this machine is, in bytes a second. What a contribution takes in is counted: the pixels of the stack that is
 * folded, processed or decoded.
 *
 * @param date when it was measured, such as {@code 2026-11-20}
 * @param processor what the operating system calls the processor
 * @param threads number of threads that were measured together
 * @param memory rates of the memory, by name: {@link #READ}, {@link #WRITE}, {@link #COPY}
 * @param reductions rates by id of the reduction and pixel type
 * @param operations rates by id of the operation and pixel type, one fold of maxima included
 * @param loaders rates by file name extension
 */
public record Profile(
        String date,
        String processor,
        int threads,
        Map<String, Double> memory,
        Map<String, Map<PixelType, Double>> reductions,
        Map<String, Map<PixelType, Double>> operations,
        Map<String, Double> loaders) {

    /** Names the rate of reading memory. */
    public static final String READ = "read";

    /** Names the rate of writing memory. */
    public static final String WRITE = "write";

    /** Names the rate of copying memory; a byte that is read and written counts once. */
    public static final String COPY = "copy";

    /** Copies the maps, in the order of their names. */
    public Profile {
        memory = new TreeMap<>(memory);
        reductions = new TreeMap<>(reductions);
        operations = new TreeMap<>(operations);
        loaders = new TreeMap<>(loaders);
    }

    /** Returns a copy with other rates of loaders. */
    public Profile withLoaders(Map<String, Double> rates) {
        return new Profile(date, processor, threads, memory, reductions, operations, rates);
    }

    /** Returns the rate of a reduction, if it was measured. */
    public OptionalDouble reduction(String id, PixelType type) {
        return rate(reductions, id, type);
    }

    /** Returns the rate of an operation, if it was measured. */
    public OptionalDouble operation(String id, PixelType type) {
        return rate(operations, id, type);
    }

    private static OptionalDouble rate(Map<String, Map<PixelType, Double>> rates, String id, PixelType type) {
        Double rate = rates.getOrDefault(id, Map.of()).get(type);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    /** Returns where the profile of this machine is kept; there need be none. */
    public static Path usualFile() {
        return StateFolder.path().resolve("profile.json");
    }

    /**
     * Writes the profile as JSON.
     *
     * @throws IOException naming the file
     */
    public void write(Path file) throws IOException {
        String text = new GsonBuilder().setPrettyPrinting().create().toJson(this) + "\n";
        WholeFile.write(file, text.length(), part -> Files.writeString(part, text));
    }

    /**
     * Reads a profile.
     *
     * @return nothing if there is none
     * @throws IOException naming the file, if it can't be read or holds something else
     */
    public static Optional<Profile> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Gson().fromJson(Files.readString(file), Profile.class));
        } catch (RuntimeException e) {
            throw new IOException(file + ": is no profile of a machine; measure again with 'tachyscope bench'", e);
        }
    }
}
