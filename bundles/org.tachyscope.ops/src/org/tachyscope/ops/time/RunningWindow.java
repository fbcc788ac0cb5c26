package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Moves from window to window by taking frames in and out, or starts anew where that is less work. */
final class RunningWindow implements Folder {

    private final Running running;
    private long first = 0;
    private long last = -1;

    RunningWindow(Running running) {
        this.running = running;
    }

    @Override
    public void fold(long from, long to, MemorySegment out) throws IOException {
        if (from == first + 1 && to == last + 1 && first <= last) {
            running.slide(first++, ++last, to - from + 1, out);
        } else {
            move(from, to);
            running.write(to - from + 1, out);
        }
    }

    private void move(long from, long to) throws IOException {
        long steps = Math.abs(from - first) + Math.abs(to - last);
        boolean overlaps = first <= last && from <= last && to >= first;
        if (!overlaps || steps > to - from + 1) {
            running.clear();
            first = from;
            last = from - 1;
        }
        while (first < from) {
            running.remove(first++);
        }
        while (last > to) {
            running.remove(last--);
        }
        while (first > from) {
            running.add(--first);
        }
        while (last < to) {
            running.add(++last);
        }
    }
}
