package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Shape;

class SourcesTest {

    private final Path folder;

    SourcesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Contribution(id = "any", label = "Anything")
    private static final class Anything implements Loader<Fakes.None> {
        @Override
        public Fakes.None defaults() {
            return new Fakes.None();
        }

        @Override
        public int score(Probe probe) {
            return probe.extension().equals("txt") ? NO : MAYBE;
        }

        @Override
        public Plan plan(Path source, Fakes.None params, Progress progress) throws IOException {
            throw new IOException(source + ": nothing in it");
        }
    }

    @Contribution(id = "cross", label = "Cross")
    private static final class Cross implements Loader<Fakes.None> {
        @Override
        public Fakes.None defaults() {
            return new Fakes.None();
        }

        @Override
        public int score(Probe probe) {
            throw new IllegalStateException("bad mood");
        }

        @Override
        public Plan plan(Path source, Fakes.None params, Progress progress) {
            throw new IllegalStateException("bad mood");
        }
    }

    private final Sources sources = new Sources(Catalog.of(new Anything(), new Fakes.Bytes(), new Cross()));

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[12]);
    }

    @Test
    void ranksTheBestLoaderFirstAndSetsAsideOneThatThrows() throws IOException {
        Sources.Ranking ranking = sources.rank(file("a.bytes"));
        assertEquals(
                List.of("bytes", "any"),
                ranking.candidates().stream().map(c -> c.loader().id()).toList());
        assertEquals(
                List.of("loader cross of org.tachyscope.core was set aside: IllegalStateException: bad mood"),
                ranking.remarks());
    }

    @Test
    void plansWithTheLoaderThatFitsBest() throws IOException {
        Sources.Planned planned = sources.plan(Sources.Request.of(file("a.bytes")), Progress.none());
        assertEquals("bytes", planned.loader().id());
        assertEquals(new Shape(3, 2, 2, 1), planned.plan().shape());
    }

    @Test
    void plansWithTheNamedLoaderAndItsParameters() throws IOException {
        Path file = file("a.other");
        var request = new Sources.Request(file, Optional.of("bytes"), Map.of("skip", 4L), "");
        Sources.Planned planned = sources.plan(request, Progress.none());
        assertEquals(new Fakes.Bytes.Params(4), planned.params());
        assertEquals(new Shape(2, 2, 2, 1), planned.plan().shape());
    }

    @Test
    void saysInOneSentenceThatNobodyOpensAFile() throws IOException {
        Path file = file("x.txt");
        var quiet = new Sources(Catalog.of(new Anything(), new Fakes.Bytes()));
        Exception e = assertThrows(IOException.class, () -> quiet.plan(Sources.Request.of(file), Progress.none()));
        assertEquals(file + ": no loader opens this; known: any, bytes", e.getMessage());
    }

    @Test
    void namesWhatDoesNotExist() {
        Path file = folder.resolve("none.npy");
        Exception e = assertThrows(IOException.class, () -> sources.plan(Sources.Request.of(file), Progress.none()));
        assertEquals(file + " does not exist", e.getMessage());
    }

    @Test
    void refusesAnUnknownLoaderAndAWrongParameter() throws IOException {
        Path file = file("a.bytes");
        assertEquals(
                "unknown loader \"tiff\"; known: any, bytes, cross",
                refusal(new Sources.Request(file, Optional.of("tiff"), Map.of(), "")));
        assertEquals(
                "source.params.skip: must be ≥ 0 bytes, got -1",
                refusal(new Sources.Request(file, Optional.empty(), Map.of("skip", -1L), "source.params")));
    }

    private String refusal(Sources.Request request) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> sources.plan(request, Progress.none()))
                .getMessage());
    }
}
