package org.tachyscope.load.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;

/**
 * Keeps stacks in a folder of the user's.
 *
 * <p>The folder is {@code TACHYSCOPE_CACHE}, or the system's place for what can be made again ({@code $XDG_CACHE_HOME/tachyscope},
 * {@code ~/Library/Caches/Tachyscope}, {@code %LOCALAPPDATA%\Tachyscope\Cache}). {@code TACHYSCOPE_CACHE_QUOTA} bounds it;
 * otherwise it takes at most half of what would be free without it. What wasn't used for the longest time makes room, but nothing
 * that is open.
 */
@Component
public final class FileCache implements DiskCache {

    private final Path folder;
    private final Quota quota;
    private final Store store;

    /** Uses the folder and the quota that the environment says. Called by declarative services. */
    @Activate
    public FileCache() {
        this(Location.ofThisProcess().folder(), Location.ofThisProcess().quota());
    }

    /**
     * Uses a folder, of which there may be one cache in a process.
     *
     * @param quota bytes that may be kept, or nothing for half of what would be free
     */
    public FileCache(Path folder, OptionalLong quota) {
        this.folder = folder;
        this.quota = new Quota(quota);
        this.store = new Store(folder, this.quota);
    }

    @Override
    public Plan through(Key key, Plan plan) throws IOException {
        Identity identity = Identity.of(key.source(), plan.besides());
        return new CachedPlan(store, key, identity, plan, known(identity.entry(key)));
    }

    private Optional<CachedPlan.Known> known(String name) throws IOException {
        Optional<Held> held = store.hold(name);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            Index index = Index.read(held.get().entry().resolve(Part.INDEX), arena);
            return Optional.of(
                    new CachedPlan.Known(index.shape(), index.metadata().losses()));
        } catch (Index.Damaged | NoSuchFileException _) {
            return Optional.empty(); // opening will make it again
        } finally {
            store.release(held.get());
        }
    }

    @Override
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path entry : store.entries()) {
            try (Arena arena = Arena.ofConfined()) {
                Index index = Index.read(entry.resolve(Part.INDEX), arena);
                entries.add(new Entry(
                        String.valueOf(entry.getFileName()),
                        index.key(),
                        index.shape(),
                        index.layout().type(),
                        Folders.bytes(entry),
                        Store.used(entry),
                        store.open(entry)));
            } catch (Index.Damaged | NoSuchFileException _) {
                store.delete(String.valueOf(entry.getFileName()));
            }
        }
        return entries;
    }

    @Override
    public boolean delete(Entry entry) throws IOException {
        return store.delete(entry.name());
    }

    @Override
    public List<String> verify(Entry entry, Progress progress) throws IOException {
        Optional<Held> held = store.hold(entry.name());
        if (held.isEmpty()) {
            return List.of("the entry is gone");
        }
        try (CachedStack stack = CachedStack.open(store, held.get())) {
            return new Verifying(stack.digest(), stack.index().frames()).run(progress);
        } catch (Index.Damaged e) {
            store.release(held.get());
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public long quota() throws IOException {
        return quota.bytes(folder, store.used());
    }
}
