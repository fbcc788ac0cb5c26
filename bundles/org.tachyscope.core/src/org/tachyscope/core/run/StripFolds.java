package org.tachyscope.core.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/** Holds one accumulator a strip, each made when first asked for, and puts their frames together from top to bottom. */
final class StripFolds<A extends Accumulator<A>> {

    private final Stack stack;
    private final Fold.OfBlocks<A> fold;
    private final Strips strips;
    private final AtomicReferenceArray<@Nullable A> accumulators;
    private final AtomicReferenceArray<@Nullable Frame> finished;

    StripFolds(Stack stack, Fold.OfBlocks<A> fold, Strips strips) {
        this.stack = stack;
        this.fold = fold;
        this.strips = strips;
        this.accumulators = new AtomicReferenceArray<>(strips.count());
        this.finished = new AtomicReferenceArray<>(strips.count());
    }

    /** Returns a strip's accumulator. Asked by one thread at a time for a strip. */
    A of(int strip) {
        A accumulator = accumulators.get(strip);
        if (accumulator == null) {
            accumulator = Calls.start(fold, window(strip), stack);
            accumulators.set(strip, accumulator);
        }
        return accumulator;
    }

    /** Keeps nothing but a strip's result. */
    void finish(int strip) {
        finished.set(strip, made(strip));
        accumulators.set(strip, null);
    }

    private Window window(int strip) {
        return strips.window(strip, 0, stack.shape().frames());
    }

    /** Returns the frame of all strips' results. */
    Frame frame() {
        Frame top = part(0);
        PixelType type = top.type();
        long rowBytes = (long) stack.shape().samplesPerRow() * type.bytes();
        MemorySegment all = Arena.ofAuto().allocate(rowBytes * stack.shape().height(), 64);
        long at = 0;
        for (int strip = 0; strip < strips.count(); strip++) {
            Frame part = strip == 0 ? top : part(strip);
            if (part.type() != type) {
                throw new IllegalStateException(of(strip).getClass().getName()
                        + " must make all frames of one type, but" + " made " + type + " and " + part.type());
            }
            MemorySegment.copy(part.pixels(), 0, all, at, part.pixels().byteSize());
            at += part.pixels().byteSize();
        }
        return Frame.of(stack.shape(), type, all);
    }

    private Frame part(int strip) {
        Frame done = finished.get(strip);
        return done == null ? made(strip) : done;
    }

    private Frame made(int strip) {
        A accumulator = of(strip);
        Result result = Calls.result(accumulator, window(strip), stack);
        int samples = strips.samples(strip);
        if (result instanceof Frame frame && frame.samples() == samples) {
            return frame;
        }
        String got = result instanceof Frame frame ? "one of " + frame.samples() : "no frame";
        throw new IllegalStateException(accumulator.getClass().getName() + " must make frames of its window's "
                + samples + " samples, but made " + got);
    }
}
