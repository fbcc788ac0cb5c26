package org.tachyscope.ui.tests;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Needs a millisecond for a frame, and three minutes for all of them. Every sample is 7. */
final class SlowStack implements Stack {

    static final Shape SHAPE = new Shape(200_000, 8, 8, 1);

    /** What a busy machine may add to the time that cancelling takes. */
    static final long SLACK_MILLIS = 800;

    private final AtomicLong read = new AtomicLong();
    private final MemorySegment pixels;

    SlowStack() {
        byte[] sevens = new byte[SHAPE.samplesPerFrame()];
        Arrays.fill(sevens, (byte) 7);
        pixels = MemorySegment.ofArray(sevens).asReadOnly();
    }

    /** Waits until somebody has read this many frames. */
    void awaitFrames(long count) {
        Hands.until(count + " read frames", () -> read.get() >= count);
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public PixelType type() {
        return PixelType.U8;
    }

    @Override
    public Metadata metadata() {
        return Metadata.named("slow");
    }

    @Override
    public Cursor cursor() {
        return new Cursor() {
            @Override
            public Frame frame(long index) {
                LockSupport.parkNanos(1_000_000);
                read.incrementAndGet();
                return Frame.of(SHAPE, PixelType.U8, pixels);
            }

            @Override
            public void close() {}
        };
    }
}
