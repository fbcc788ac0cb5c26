package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class CachedSourcesTest {

    private final Path folder;

    CachedSourcesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Notes what it is asked for. */
    private static final class Asked implements DiskCache {
        private final List<Key> keys = new ArrayList<>();

        @Override
        public Plan through(Key key, Plan plan) {
            keys.add(key);
            return new Mapped();
        }

        @Override
        public List<Entry> entries() {
            return List.of();
        }

        @Override
        public boolean delete(Entry entry) {
            return false;
        }

        @Override
        public List<String> verify(Entry entry, Progress progress) {
            return List.of();
        }

        @Override
        public Path folder() {
            return Path.of("nowhere");
        }

        @Override
        public long quota() {
            return 0;
        }
    }

    private record Mapped() implements Plan {
        @Override
        public Shape shape() {
            return new Shape(1, 1, 1, 1);
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Cost cost() {
            return new Cost(0, 0, 0, Access.MAPPED);
        }

        @Override
        public List<Loss> losses() {
            return List.of();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public Stack open(Progress progress) throws IOException {
            throw new IOException("nobody opens this");
        }
    }

    @Contribution(id = "map", label = "Maps")
    private static final class Maps implements Loader<Fakes.None> {
        @Override
        public Fakes.None defaults() {
            return new Fakes.None();
        }

        @Override
        public int score(Probe probe) {
            return probe.extension().equals("map") ? CERTAIN : NO;
        }

        @Override
        public Plan plan(Path source, Fakes.None params, Progress progress) {
            return new Mapped();
        }
    }

    private Sources.Planned planned(Sources sources, String name) throws IOException {
        return sources.plan(Sources.Request.of(Files.write(folder.resolve(name), new byte[12])), Progress.none());
    }

    @Test
    void sourceThatIsDecodedGoesThroughTheCache() throws IOException {
        Asked cache = new Asked();
        Sources sources = new Sources(Catalog.of(new Fakes.Bytes(), cache));
        Sources.Planned planned = sources.cached(planned(sources, "a.bytes"));
        assertEquals(new Mapped(), planned.plan());
        assertEquals("bytes", planned.loader().id());
        assertEquals(List.of(new DiskCache.Key(folder.resolve("a.bytes"), "bytes", "skip=0")), cache.keys);
    }

    @Test
    void sourceThatIsMappedStaysAsItIs() throws IOException {
        Asked cache = new Asked();
        Sources sources = new Sources(Catalog.of(new Maps(), cache));
        Sources.Planned planned = planned(sources, "a.map");
        assertSame(planned, sources.cached(planned));
        assertEquals(List.of(), cache.keys);
    }

    @Test
    void withoutACacheIsRefused() throws IOException {
        Sources sources = new Sources(Catalog.of(new Fakes.Bytes()));
        Sources.Planned planned = planned(sources, "a.bytes");
        IOException e = assertThrows(IOException.class, () -> sources.cached(planned));
        assertEquals("there is no disk cache: no plug-in brings one", e.getMessage());
    }
}
