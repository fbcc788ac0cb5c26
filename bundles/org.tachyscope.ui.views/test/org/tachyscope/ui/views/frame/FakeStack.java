package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Has frames of 2 × 2 bytes, all equal to the frame's index. Frames {@value #BROKEN}, {@value #SICK} and {@value #CUT} can't be read. */
final class FakeStack implements Stack {

    static final int BROKEN = 13;
    static final int SICK = 14;
    static final int CUT = 50;

    private final List<Long> read = new ArrayList<>();
    final CountDownLatch cursorClosed = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);
    /** Has a permit for each frame that may be read. */
    final Semaphore permits;

    private final long frames;

    FakeStack(long frames, int permits) {
        this.frames = frames;
        this.permits = new Semaphore(permits);
    }

    /** Returns what was read after these frames, which must have been the first. */
    List<Long> readAfter(List<Long> first) {
        synchronized (read) {
            assertEquals(first, read.subList(0, first.size()));
            return List.copyOf(read.subList(first.size(), read.size()));
        }
    }

    @Override
    public Shape shape() {
        return new Shape(frames, 2, 2, 1);
    }

    @Override
    public PixelType type() {
        return PixelType.U8;
    }

    @Override
    public Metadata metadata() {
        return Metadata.named("fake");
    }

    @Override
    public Cursor cursor() {
        return new Cursor() {
            @Override
            public Frame frame(long index) throws IOException {
                permits.acquireUninterruptibly();
                synchronized (read) {
                    read.add(index);
                }
                if (index == BROKEN) {
                    throw new IOException("fake.npy, frame 13: broken");
                }
                if (index == SICK) {
                    throw new IllegalStateException("divisor is empty");
                }
                if (index == CUT) {
                    throw new InternalError("a fault occurred in an unsafe memory access operation");
                }
                int x = (int) index;
                return Frames.u8(2, 2, 1, x, x, x, x);
            }

            @Override
            public void close() {
                cursorClosed.countDown();
            }
        };
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
