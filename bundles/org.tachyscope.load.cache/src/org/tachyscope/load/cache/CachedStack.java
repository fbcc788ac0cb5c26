package org.tachyscope.load.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.FrameStatistics;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Overview;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Presents an entry, mapped. Holds it until it is closed. */
final class CachedStack implements Stack, Overview {

    private final Store store;
    private final Held held;
    private final Arena arena;
    private final Index index;
    private final MemoryStack pixels;
    private final MemorySegment levels;
    private final List<Stack> smaller;

    private CachedStack(Store store, Held held, Arena arena) throws IOException {
        this.store = store;
        this.held = held;
        this.arena = arena;
        Path entry = held.entry();
        index = Index.read(entry.resolve(Part.INDEX), arena);
        Layout layout = index.layout();
        MemorySegment all = map(entry.resolve(Part.PIXELS), layout.pixelBytes(), arena);
        pixels = MemoryStack.of(
                all.asSlice(0, layout.frameBytes() * index.frames()), index.shape(), layout.type(), index.metadata());
        levels = map(entry.resolve(Part.LEVELS), layout.levelBytes(), arena);
        smaller = copies();
    }

    /**
     * Maps an entry.
     *
     * @throws Index.Damaged if it isn't whole; the entry stays held by the caller
     */
    static CachedStack open(Store store, Held held) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return new CachedStack(store, held, arena);
        } catch (NoSuchFileException e) {
            arena.close();
            throw new Index.Damaged(e.getMessage() + " is missing");
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static MemorySegment map(Path file, long bytes, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != bytes) {
                throw new Index.Damaged(file + " has " + channel.size() + " bytes instead of " + bytes);
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes, arena);
        }
    }

    private List<Stack> copies() {
        Layout layout = index.layout();
        List<Stack> stacks = new ArrayList<>();
        for (int i = 0; i < layout.levels().size(); i++) {
            Shape shape = layout.levels().get(i).withFrames(index.frames());
            MemorySegment part = levels.asSlice(layout.offsets().get(i), layout.bytes(shape) * index.frames());
            stacks.add(MemoryStack.of(part, shape, layout.type(), index.metadata()));
        }
        return List.copyOf(stacks);
    }

    /** Returns what tells whether frames are as they were written. */
    Digest digest() {
        return new Digest(index.layout(), pixels.contiguous().orElseThrow(), levels, index.records());
    }

    Index index() {
        return index;
    }

    @Override
    public Shape shape() {
        return index.shape();
    }

    @Override
    public PixelType type() {
        return index.layout().type();
    }

    @Override
    public Metadata metadata() {
        return index.metadata();
    }

    @Override
    public Optional<MemorySegment> contiguous() {
        return pixels.contiguous();
    }

    @Override
    public Cursor cursor() {
        return pixels.cursor();
    }

    @Override
    public Optional<Overview> overview() {
        return Optional.of(this);
    }

    @Override
    public FrameStatistics statistics(long frame) {
        return index.records().statistics(Objects.checkIndex(frame, index.frames()));
    }

    @Override
    public FrameStatistics whole() {
        FrameStatistics whole = FrameStatistics.NONE;
        for (long t = 0; t < index.frames(); t++) {
            whole = whole.and(statistics(t));
        }
        return whole;
    }

    @Override
    public List<Stack> smaller() {
        return smaller;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        store.release(held);
    }
}
