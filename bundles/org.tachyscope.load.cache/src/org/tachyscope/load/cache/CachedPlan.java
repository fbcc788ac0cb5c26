package org.tachyscope.load.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Plans to map a stack from the cache, decoded into it first if it isn't there. */
final class CachedPlan implements Plan {

    private final Store store;
    private final DiskCache.Key key;
    private final Identity identity;
    private final Plan decoding;
    private final Optional<Known> known;

    /**
     * What is known of an entry that is there already.
     *
     * @param losses all of them, also those that only showed while reading
     */
    record Known(Shape shape, List<Loss> losses) {}

    /**
     * Plans.
     *
     * @param identity the state of the source
     * @param decoding what to do if the stack isn't in the cache
     * @param known what is in the cache, if it is
     */
    CachedPlan(Store store, DiskCache.Key key, Identity identity, Plan decoding, Optional<Known> known) {
        this.store = store;
        this.key = key;
        this.identity = identity;
        this.decoding = decoding;
        this.known = known;
    }

    @Override
    public Shape shape() {
        return known.map(Known::shape).orElseGet(decoding::shape);
    }

    @Override
    public PixelType type() {
        return decoding.type();
    }

    private Layout layout() {
        return new Layout(decoding.shape(), decoding.type());
    }

    @Override
    public Cost cost() {
        return known.isPresent()
                ? new Cost(0, 0, 0, Access.MAPPED)
                : new Cost(0, layout().allBytes(), decoding.cost().readBytes(), Access.MAPPED);
    }

    @Override
    public List<Loss> losses() {
        return known.map(Known::losses).orElseGet(decoding::losses);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(decoding.notes());
        notes.add(
                known.isPresent()
                        ? "it is in the disk cache and is mapped from there"
                        : "it is decoded into the disk cache once, where it takes " + Quota.text(layout().allBytes())
                                + ", and mapped from there");
        return notes;
    }

    /** A preview isn't worth decoding everything. */
    @Override
    public Optional<Plan> onDemand() {
        return known.isPresent() ? Optional.of(this) : decoding.onDemand();
    }

    @Override
    public List<Report> reports() {
        return decoding.reports();
    }

    @Override
    public List<Path> besides() {
        return decoding.besides();
    }

    @Override
    public Stack open(Progress progress) throws IOException {
        progress.checkCancelled();
        refuseChanged();
        String name = identity.entry(key);
        while (true) {
            Optional<Stack> kept = kept(name);
            if (kept.isPresent()) {
                return kept.get();
            }
            Optional<Part> part = store.begin(name, layout());
            if (part.isPresent()) {
                write(part.get(), progress);
            } else {
                awaitOther(progress);
            }
        }
    }

    private void refuseChanged() throws IOException {
        if (!Identity.of(key.source(), decoding.besides()).equals(identity)) {
            throw new IOException(key.source() + ": the source has changed since it was looked at; open it again");
        }
    }

    /** Opens the entry. One that is damaged is deleted, and made again. */
    private Optional<Stack> kept(String name) throws IOException {
        Optional<Held> held = store.hold(name);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CachedStack.open(store, held.get()));
        } catch (Index.Damaged e) {
            store.release(held.get());
            if (!store.delete(name)) {
                throw new IOException(
                        e.getMessage() + "; another program has it open, so that it can't be made again", e);
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            store.release(held.get());
            throw e;
        }
    }

    private static void awaitOther(Progress progress) throws IOException {
        progress.step("waiting for another program that decodes the same");
        progress.checkCancelled();
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another program decodes the same", e);
        }
    }

    private void write(Part part, Progress progress) throws IOException {
        boolean complete = false;
        try {
            fill(part, progress);
            store.commit(part);
            complete = true;
        } finally {
            if (!complete) {
                store.abandon(part);
            }
        }
    }

    private void fill(Part part, Progress progress) throws IOException {
        try (Flusher flusher = new Flusher(part)) {
            Filling filling = new Filling(part, flusher);
            try (Stack stack = decoding.open(progress, filling)) {
                filling.take(stack, progress);
                refuseChanged();
                progress.step("writing to the disk");
                part.toDisk(progress::cancelled);
                progress.checkCancelled();
                part.finish(new DiskCache.Key(identity.source(), key.loader(), key.params()), stack);
            }
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "the disk cache can't be written: " + e.getCause().getMessage(), e);
        }
    }
}
