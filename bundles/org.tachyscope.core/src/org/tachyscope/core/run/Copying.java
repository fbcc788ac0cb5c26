package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.Stack;

/**
 * Copies frames of a stack into memory, each thread with a cursor of its own that moves forward:
 *
 * <pre>
 *   stack that reads parts:  part 0 of frame after frame, part 1 …     what is carried from frame to frame stays in the cache
 *   frames on their own:     the next frames for whoever is free           a decoder goes forward
 *   any other:               a stretch of frames for each thread
 * </pre>
 *
 * @param team has desks of {@code stack}
 * @param threads number of threads of the team
 */
record Copying(Stack stack, Team<Desk> team, int threads, Check check) {

    /** Samples of a part: few enough for sums of some frames to stay in a second-level cache, many for few calls. */
    private static final int MOST_PART = 1 << 15;

    private static final int LEAST_PART = 1 << 13;

    /** So many parts of a frame that all threads have some. */
    private static final int WANTED = 16;

    /** Few frames at a time, but not so few that taking turns costs more than reading. */
    private static final long TURN_BYTES = 64 << 10;

    /** Watches how far a copy is. Called by many threads at a time. */
    @FunctionalInterface
    interface Check {
        /** Tells whether to go on, before each part. */
        boolean goesOn();

        /** Hears that so many more samples are there. */
        default void copied(int samples) {}
    }

    /**
     * Copies frames {@code from … to − 1}. Threads keep their cursors, so the next frames go on where these end.
     *
     * @param out exactly these frames; holds anything if the check stops this
     * @throws IOException {@code frame 17 of NAME: reason}, if a frame can't be read
     */
    void copy(long from, long to, MemorySegment out) throws IOException {
        if (stack.readsParts()) {
            parts(from, to, out);
        } else if (independent(stack)) {
            inTurn(from, to, out);
        } else {
            stretches(from, to, out);
        }
    }

    /** Returns the samples of a part of a frame of {@code all}. */
    static int part(int all) {
        return Math.clamp(all / WANTED, LEAST_PART, MOST_PART);
    }

    private void parts(long from, long to, MemorySegment out) throws IOException {
        int all = stack.shape().samplesPerFrame();
        int step = part(all);
        team.each(Math.ceilDiv(all, step), (part, desk) -> {
            int first = part * step;
            int samples = Math.min(step, all - first);
            for (long t = from; t < to && check.goesOn(); t++) {
                part(t, first, slice(out, t - from, first, samples), desk);
            }
        });
    }

    /**
     * Lets threads take the next frames in turn, a few at a time: so a stack that is decoded, or computed from one frame by
     * frame, is read forward, by one decoder that its cursors may share.
     */
    private void inTurn(long from, long to, MemorySegment out) throws IOException {
        int all = stack.shape().samplesPerFrame();
        long few = Math.clamp(TURN_BYTES / Source.frameBytes(stack), 1, Math.ceilDiv(to - from, threads));
        team.each(Math.toIntExact(Math.ceilDiv(to - from, few)), (turn, desk) -> {
            long end = Math.min(to, from + (turn + 1) * few);
            for (long t = from + turn * few; t < end && check.goesOn(); t++) {
                part(t, 0, slice(out, t - from, 0, all), desk);
            }
        });
    }

    /** Tells whether frames don't depend on their neighbours, so that no cursor gains from going through all of them. */
    private static boolean independent(Stack stack) {
        return stack.origin().isEmpty()
                || stack.origin().get().time().equals(Origin.Reach.NONE)
                        && stack.origin().get().inputs().stream().allMatch(Copying::independent);
    }

    private void stretches(long from, long to, MemorySegment out) throws IOException {
        int all = stack.shape().samplesPerFrame();
        int count = (int) Math.min(threads, to - from);
        team.each(count, (stretch, desk) -> {
            long end = from + (to - from) * (stretch + 1) / count;
            for (long t = from + (to - from) * stretch / count; t < end && check.goesOn(); t++) {
                part(t, 0, slice(out, t - from, 0, all), desk);
            }
        });
    }

    private MemorySegment slice(MemorySegment out, long frame, int first, int samples) {
        long bytes = stack.type().bytes();
        return out.asSlice(frame * Source.frameBytes(stack) + first * bytes, samples * bytes);
    }

    private void part(long frame, int first, MemorySegment out, Desk desk) throws IOException {
        int samples = (int) (out.byteSize() / stack.type().bytes());
        try {
            read(desk.cursor(), frame, first, samples, out);
        } catch (Exception | InternalError e) {
            throw Blame.frame(frame, stack.metadata().name(), e);
        }
        check.copied(samples);
    }

    /** Asks for whole frames as such: a stack that computes them does so right in {@code out}. */
    private void read(Cursor cursor, long frame, int first, int samples, MemorySegment out) throws IOException {
        if (stack.readsParts()) {
            cursor.read(frame, first, samples, out);
        } else {
            cursor.read(frame, out);
        }
    }
}
