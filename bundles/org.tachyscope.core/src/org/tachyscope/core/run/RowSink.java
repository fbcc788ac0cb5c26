package org.tachyscope.core.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;

/** Feeds one accumulator a strip with all frames, and puts their frames together from top to bottom. */
final class RowSink<A extends Accumulator<A>> implements Sink {

    private final Stack stack;
    private final Fold.OfBlocks<A> fold;
    private final Strips strips;
    private final AtomicReferenceArray<@Nullable A> accumulators;

    RowSink(Stack stack, Fold.OfBlocks<A> fold, Strips strips) {
        this.stack = stack;
        this.fold = fold;
        this.strips = strips;
        this.accumulators = new AtomicReferenceArray<>(strips.count());
    }

    @Override
    public Feed feed(int strip, Slab slab, Desk desk) {
        return new Strip(started(strip));
    }

    private A started(int strip) {
        A accumulator = accumulators.get(strip);
        if (accumulator == null) {
            accumulator =
                    Calls.start(fold, strips.window(strip, 0, stack.shape().frames()), stack);
            accumulators.set(strip, accumulator);
        }
        return accumulator;
    }

    private final class Strip implements Feed {
        private final A accumulator;

        Strip(A accumulator) {
            this.accumulator = accumulator;
        }

        @Override
        public void add(Chunk chunk) {
            Calls.add(accumulator, chunk, stack);
        }

        @Override
        public void end() {}
    }

    @Override
    public void slabDone() {}

    @Override
    public void cut(long frames, Team<Desk> team) {}

    @Override
    public List<Result> results() {
        Frame top = part(0);
        PixelType type = top.type();
        long rowBytes = (long) stack.shape().samplesPerRow() * type.bytes();
        MemorySegment all = Arena.ofAuto().allocate(rowBytes * stack.shape().height(), 64);
        long at = 0;
        for (int strip = 0; strip < strips.count(); strip++) {
            Frame part = strip == 0 ? top : part(strip);
            MemorySegment.copy(part.pixels(), 0, all, at, part.pixels().byteSize());
            at += part.pixels().byteSize();
        }
        return List.of(Frame.of(stack.shape(), type, all));
    }

    private Frame part(int strip) {
        A accumulator = started(strip);
        Result result =
                Calls.result(accumulator, strips.window(strip, 0, stack.shape().frames()), stack);
        int samples = strips.samples(strip);
        if (result instanceof Frame frame && frame.samples() == samples) {
            return frame;
        }
        String got = result instanceof Frame frame ? "one of " + frame.samples() : "no frame";
        throw new IllegalStateException(accumulator.getClass().getName() + " must make frames of its window's "
                + samples + " samples, but made " + got);
    }
}
