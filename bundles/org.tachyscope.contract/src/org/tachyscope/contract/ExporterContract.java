package org.tachyscope.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;

/**
 * Checks the rules of {@link Exporter} on contents of every kind.
 *
 * @param <P> the exporter's parameters
 */
public abstract class ExporterContract<P extends Record> {

    /** Returns the exporter under test. */
    protected abstract Exporter<P> exporter();

    @Test
    void namesItsExtensions() {
        assertFalse(exporter().extensions().isEmpty());
        for (String extension : exporter().extensions()) {
            assertEquals(extension.toLowerCase(Locale.ROOT), extension);
            assertFalse(extension.startsWith("."), extension);
        }
    }

    @Test
    void acceptsSomeContent() throws Exception {
        assertTrue(contents().stream().anyMatch(exporter()::accepts), "the exporter refuses every sample content");
    }

    @Test
    void writesWhatItAccepts(@TempDir Path folder) throws Exception {
        for (Content content : contents()) {
            if (exporter().accepts(content)) {
                Path file = file(folder);
                exporter().write(job(content, file), Progress.none());
                assertTrue(Files.size(file) > 0, "an empty file for " + content);
            }
        }
    }

    @Test
    void writesTheSameTwice(@TempDir Path folder) throws Exception {
        for (Content content : contents()) {
            if (exporter().accepts(content)) {
                Path one = file(folder);
                exporter().write(job(content, one), Progress.none());
                byte[] first = Files.readAllBytes(one);
                exporter().write(job(content, one), Progress.none());
                assertArrayEquals(first, Files.readAllBytes(one), content.toString());
            }
        }
    }

    @Test
    void refusesWhatItDoesNotAccept(@TempDir Path folder) throws Exception {
        for (Content content : contents()) {
            if (!exporter().accepts(content)) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> exporter().write(job(content, file(folder)), Progress.none()));
            }
        }
    }

    @Test
    void stopsWhenCancelled(@TempDir Path folder) throws Exception {
        for (Content content : contents()) {
            if (exporter().accepts(content)) {
                assertThrows(
                        CancellationException.class,
                        () -> exporter().write(job(content, file(folder)), LoaderContract.cancelled()));
            }
        }
    }

    @Test
    void saysThatItCanNotWrite(@TempDir Path folder) throws Exception {
        Path inNoFolder = folder.resolve("missing")
                .resolve("out." + exporter().extensions().getFirst());
        for (Content content : contents()) {
            if (exporter().accepts(content)) {
                IOException error = assertThrows(
                        IOException.class, () -> exporter().write(job(content, inNoFolder), Progress.none()));
                assertNotNull(error.getMessage());
            }
        }
    }

    private Exporter.Job<P> job(Content content, Path file) {
        return new Exporter.Job<>(
                content, Metadata.named("sample"), file, exporter().defaults());
    }

    private Path file(Path folder) {
        return folder.resolve("out." + exporter().extensions().getFirst());
    }

    private static List<Content> contents() throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Stack stack : Samples.all()) {
            contents.add(stack);
            contents.add(frame(stack));
        }
        contents.add(frame(Samples.awkwardFloats()));
        Column.Numbers time = new Column.Numbers("time", "s", new double[] {0, 0.5, 1});
        Column.Numbers mean = new Column.Numbers("mean", "", new double[] {3, Double.NaN, -1e9});
        contents.add(new Curve(time, List.of(mean)));
        contents.add(new Table(List.of(time, new Column.Texts("file", "", List.of("a,b", "c \"d\"", "ü")))));
        return contents;
    }

    private static Frame frame(Stack stack) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            Frame borrowed = cursor.frame(0);
            MemorySegment copy = MemorySegment.ofArray(Samples.bytes(borrowed));
            return Frame.of(stack.shape(), stack.type(), copy);
        }
    }
}
