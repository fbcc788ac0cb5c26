package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Shows the pages of one mapped file as frames, where each lies in the file as it will in the stack. */
final class MappedPages implements Stack {

    private final Layout layout;
    private final long[] starts;
    private final Metadata metadata;
    private final Arena arena;
    private final MemorySegment file;

    private MappedPages(Layout layout, long[] starts, Metadata metadata, Arena arena, MemorySegment file) {
        this.layout = layout;
        this.starts = starts;
        this.metadata = metadata;
        this.arena = arena;
        this.file = file;
    }

    /** Returns where each frame begins in the only file, or nothing if there are several or frames aren't there as they are. */
    static Optional<long[]> starts(Survey survey, int[] slots) {
        if (survey.group().files().size() > 1) {
            return Optional.empty();
        }
        long[] starts = new long[slots.length];
        for (int i = 0; i < slots.length; i++) {
            Slot slot = survey.slots().get(slots[i]);
            boolean there = slot.problem().isEmpty()
                    && slot.turn() == 1
                    && slot.picture().source() instanceof Picture.Stored(Raw raw)
                    && raw.inPlace()
                    && raw.layout().equals(survey.layout())
                    && raw.start(0) % survey.layout().type().bytes() == 0;
            if (!there || !(slot.picture().source() instanceof Picture.Stored(Raw raw))) {
                return Optional.empty();
            }
            starts[i] = raw.start(0);
        }
        return Optional.of(starts);
    }

    /**
     * Maps a file, if it is what it was. Frames that lie one after the other are one contiguous segment.
     *
     * @throws IOException naming the file, if it can't be mapped
     */
    static Stack open(Path path, Stamp stamp, Layout layout, long[] starts, Metadata metadata) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path)) {
            long end = 0;
            boolean inOrder = true;
            for (int i = 0; i < starts.length; i++) {
                end = Math.max(end, starts[i] + layout.bytes());
                inOrder &= starts[i] == starts[0] + i * layout.bytes();
            }
            if (end > channel.size()) {
                throw new IOException(path + " was cut to " + channel.size()
                        + " bytes after it was looked at, its frames" + " need " + end);
            }
            stamp.refuseChanged(path);
            if (inOrder) {
                MemorySegment frames = channel.map(FileChannel.MapMode.READ_ONLY, starts[0], end - starts[0], arena);
                return MemoryStack.owning(arena, frames, layout.shape(starts.length), layout.type(), metadata);
            }
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, end, arena);
            return new MappedPages(layout, starts, metadata, arena, file.asReadOnly());
        } catch (BrokenImage e) {
            arena.close();
            throw new IOException(path + ": " + e.reason());
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    @Override
    public Shape shape() {
        return layout.shape(starts.length);
    }

    @Override
    public PixelType type() {
        return layout.type();
    }

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public boolean readsParts() {
        return true;
    }

    @Override
    public Cursor cursor() {
        return new Cursor() {
            @Override
            public Frame frame(long index) {
                Objects.checkIndex(index, starts.length);
                return Frame.of(shape(), type(), file.asSlice(starts[(int) index], layout.bytes()));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
