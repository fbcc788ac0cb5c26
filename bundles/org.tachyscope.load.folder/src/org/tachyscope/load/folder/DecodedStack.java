package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderParams.OnError;

/** Decodes a frame whenever it is asked for. Each cursor has a decoder and keeps the last few frames. */
final class DecodedStack implements Stack {

    private static final int KEPT = 4;

    private final Survey survey;
    private final FolderParams params;
    private final int[] slots;
    private final Metadata metadata;
    private volatile boolean closed;

    /**
     * Describes frames.
     *
     * @param slots which slots make the frames
     */
    DecodedStack(Survey survey, FolderParams params, int[] slots, Metadata metadata) {
        this.survey = survey;
        this.params = params;
        this.slots = slots.clone();
        this.metadata = metadata;
    }

    @Override
    public Shape shape() {
        return survey.layout().shape(slots.length);
    }

    @Override
    public PixelType type() {
        return survey.layout().type();
    }

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public Cursor cursor() {
        return new Decoding();
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class Decoding implements Cursor {
        private final Tally tally = new Tally(Progress.none(), slots.length);
        private final FrameReader reader = new FrameReader(survey, params, tally);
        private final MemorySegment memory =
                Arena.ofAuto().allocate(KEPT * survey.layout().bytes(), 64);
        private final long[] kept = new long[KEPT];
        private int next;

        Decoding() {
            Arrays.fill(kept, -1);
        }

        @Override
        public Frame frame(long index) throws IOException {
            Objects.checkIndex(index, slots.length);
            refuseClosed();
            int place = find(index);
            if (place < 0) {
                place = next;
                next = (next + 1) % KEPT;
                kept[place] = -1;
                decode(index, slice(place));
                kept[place] = index;
            }
            return Frame.of(shape(), type(), slice(place).asReadOnly());
        }

        @Override
        public void read(long index, MemorySegment out) throws IOException {
            Objects.checkIndex(index, slots.length);
            refuseClosed();
            int place = find(index);
            if (place < 0) {
                decode(index, out);
            } else {
                out.copyFrom(slice(place));
            }
        }

        private int find(long index) {
            for (int place = 0; place < KEPT; place++) {
                if (kept[place] == index) {
                    return place;
                }
            }
            return -1;
        }

        private MemorySegment slice(int place) {
            long bytes = survey.layout().bytes();
            return memory.asSlice(place * bytes, bytes);
        }

        private void decode(long index, MemorySegment out) throws IOException {
            int slot = slots[(int) index];
            Optional<BrokenImage> problem = reader.read(slot, out);
            OnError rule = survey.slots().get(slot).rule();
            if (problem.isPresent() && (rule == OnError.STOP || rule == OnError.SKIP)) {
                throw new IOException("frame " + index + " of "
                        + survey.listing().source() + ", "
                        + survey.slots().get(slot).name() + ": " + problem.get().reason()
                        + " (repeat or fill such files to see the rest)");
            }
        }

        private void refuseClosed() {
            if (closed) {
                throw new IllegalStateException(metadata.name() + " is closed");
            }
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
