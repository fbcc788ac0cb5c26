package org.tachyscope.load.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tachyscope.api.Progress;

/**
 * Lists the images of a source by name, in natural order, without opening or asking for the attributes of any.
 *
 * @param source the folder, or one image file
 * @param files at least one
 * @param ignored entries of the folder that are hidden or not named like an image
 */
record Listing(Path source, List<Path> files, long ignored) {

    private static final int SAMPLED = 16;

    /** Copies the list. */
    Listing {
        files = List.copyOf(files);
    }

    /**
     * Lists a folder, or takes a file as the only image.
     *
     * @throws IOException in one sentence, if there is no image
     */
    static Listing of(Path source, Progress progress) throws IOException {
        if (Files.isDirectory(source)) {
            return folder(source, progress);
        }
        if (!Files.exists(source)) {
            throw new NoSuchFileException(source + " does not exist");
        }
        return new Listing(source, List.of(source), 0);
    }

    /** Counts the images in the folder of a single one that are named like it, itself included. */
    long namedLikeIt() {
        Path folder = source.toAbsolutePath().getParent();
        if (folder == null) {
            return 1;
        }
        String name = name(0);
        String scheme = Names.scheme(name);
        if (scheme.equals(name)) {
            return 1;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(entry -> Names.scheme(entry).equals(scheme))
                    .count();
        } catch (IOException e) {
            return 1; // the image can be read, its folder can't
        }
    }

    /** Returns what a person calls the source. */
    String name() {
        return String.valueOf(source.toAbsolutePath().normalize().getFileName());
    }

    /** Returns the name of image {@code index}. */
    String name(int index) {
        return String.valueOf(files.get(index).getFileName());
    }

    /** Estimates the size of files from a few of them, as asking for 25,000 sizes takes long on a network. */
    long estimatedBytes(List<Integer> of) {
        int samples = Math.min(SAMPLED, of.size());
        double mean = LongStream.range(0, samples)
                .map(i -> size(files.get(of.get((int) (i * of.size() / samples)))))
                .filter(size -> size >= 0)
                .average()
                .orElse(0);
        return Math.round(mean * of.size());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    private static Listing folder(Path folder, Progress progress) throws IOException {
        List<Named> images = new ArrayList<>();
        long ignored = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                progress.checkCancelled();
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".") && Format.fitsName(name)) {
                    images.add(new Named(name, entry));
                } else {
                    ignored++;
                }
            }
        } catch (AccessDeniedException e) {
            throw new IOException(folder + " can't be read: permission denied", e);
        } catch (DirectoryIteratorException e) {
            throw new IOException(folder + " can't be read: " + e.getCause().getMessage(), e);
        }
        if (images.isEmpty()) {
            throw new IOException(nothingIn(folder, ignored));
        }
        images.sort((a, b) -> NaturalOrder.compare(a.name(), b.name()));
        return new Listing(folder, images.stream().map(Named::path).toList(), ignored);
    }

    private static String nothingIn(Path folder, long ignored) {
        return ignored == 0
                ? folder + " is empty: there is no image to load"
                : folder + " holds no image: none of its " + ignored
                        + " entries is named like a PNG, JPEG, TIFF, BMP, WebP, PNM, raw or text file";
    }

    private record Named(String name, Path path) {}
}
