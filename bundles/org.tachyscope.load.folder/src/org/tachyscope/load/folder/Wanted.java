package org.tachyscope.load.folder;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntSupplier;

/** Says which frame is read next: the one that somebody asked for last, otherwise the first that wasn't begun. Any thread. */
final class Wanted implements IntSupplier {

    private final int frames;
    private final BitSet begun = new BitSet();
    private final Deque<Integer> wanted = new ArrayDeque<>();

    Wanted(int frames) {
        this.frames = frames;
    }

    /** Puts a frame before all others. */
    synchronized void want(int frame) {
        if (!begun.get(frame)) {
            wanted.push(frame);
        }
    }

    /** Begins a frame and returns it, or a number behind the last if all were begun. */
    @Override
    public synchronized int getAsInt() {
        while (!wanted.isEmpty()) {
            int frame = wanted.pop();
            if (!begun.get(frame)) {
                begun.set(frame);
                return frame;
            }
        }
        int next = begun.nextClearBit(0);
        begun.set(Math.min(next, frames));
        return next < frames ? next : Integer.MAX_VALUE;
    }
}
