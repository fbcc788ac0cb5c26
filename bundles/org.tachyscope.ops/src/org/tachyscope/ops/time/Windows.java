package org.tachyscope.ops.time;

import java.util.Optional;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Origin;
import org.tachyscope.ops.time.SlidingWindow.Ends;
import org.tachyscope.ops.time.SlidingWindow.Position;

/**
 * Says which frames each window holds. Frames outside 0 … frames − 1 stand for those that {@link #real} names.
 *
 * @param frames frames of the input
 * @param before frames of a window before its frame, negative if it begins behind it
 * @param after frames of a window behind its frame, negative if it ends before it
 * @param ends what becomes of windows that reach out of the stack
 */
record Windows(long frames, long before, long after, Ends ends) {

    /** Places windows. Refuses, in one sentence, those that fit nowhere. */
    static Windows of(SlidingWindow.Params params, long frames) {
        long width = params.window();
        long lag = params.lag();
        if (width < 2 || width > frames) {
            throw new IllegalArgumentException(
                    "sliding window needs 2 ≤ window ≤ frames, got window " + width + " of " + frames + " frames");
        }
        refuseLag(params, frames);
        Windows windows = switch (params.position()) {
            case TRAILING -> new Windows(frames, lag + width - 1, -lag, params.ends());
            case CENTRED -> new Windows(frames, width / 2, width / 2, params.ends());
            case LEADING -> new Windows(frames, -lag, lag + width - 1, params.ends());
        };
        if (windows.results() < 1) {
            throw new IllegalArgumentException("sliding window of " + width + " frames with lag " + lag
                    + " needs at least " + (width + lag) + " frames, got " + frames);
        }
        return windows;
    }

    private static void refuseLag(SlidingWindow.Params params, long frames) {
        int lag = params.lag();
        if (params.position() == Position.CENTRED && (lag != 0 || params.window() % 2 == 0)) {
            throw new IllegalArgumentException("centred sliding window needs an odd window and no lag, got window "
                    + params.window() + " and lag " + lag);
        }
        if (lag < 0 || lag >= frames) {
            throw new IllegalArgumentException(
                    "sliding window needs 0 ≤ lag < frames, got lag " + lag + " of " + frames + " frames");
        }
    }

    /** Returns the number of frames of the result. */
    long results() {
        return ends == Ends.DROP ? frames - first() - missingBehind() : frames;
    }

    /** Returns the frame that a frame of the result belongs to. */
    long frame(long result) {
        return first() + result;
    }

    /** Returns the first frame of a window. */
    long from(long result) {
        long from = frame(result) - before;
        return ends == Ends.SHRINK ? Math.max(0, from) : from;
    }

    /** Returns the last frame of a window. */
    long to(long result) {
        long to = frame(result) + after;
        return ends == Ends.SHRINK ? Math.min(frames - 1, to) : to;
    }

    /** Returns the frame that stands at a place outside the stack, or inside. */
    long real(long place) {
        if (place >= 0 && place < frames) {
            return place;
        }
        long period = Math.max(1, 2 * (frames - 1));
        long phase = Math.floorMod(place, period);
        return Math.min(phase, period - phase);
    }

    /** Bounds which frames of the input a frame of the result needs beside the one with its number. */
    Origin.Reach reach() {
        long front = Math.max(0, before - first());
        long back = Math.max(0, after + first());
        long most = Math.max(front, back);
        return ends == Ends.MIRROR ? new Origin.Reach(most, most) : new Origin.Reach(front, back);
    }

    /** Says which frames are left out or passed through, if any. */
    Optional<Loss> loss() {
        return switch (ends) {
            case DROP -> Optional.of(dropped());
            case SHRINK -> empty() == 0 ? Optional.empty() : Optional.of(passed());
            case MIRROR -> Optional.empty();
        };
    }

    private Loss dropped() {
        long front = first();
        long back = missingBehind();
        String names = (front == 0 ? "" : Times.range(0, front - 1))
                + (front == 0 || back == 0 ? "" : " and ")
                + (back == 0 ? "" : Times.range(frames - back, frames - 1));
        return new Loss(Loss.Kind.SKIPPED, front + back, names + " have no whole window and are left out");
    }

    private Loss passed() {
        String names = after < 0 ? Times.range(0, empty() - 1) : Times.range(frames - empty(), frames - 1);
        return new Loss(Loss.Kind.FILLED, empty(), names + " have no frame in their window and are passed through");
    }

    /** Returns how many windows hold nothing. */
    private long empty() {
        return Math.max(0, -Math.min(before, after));
    }

    private long first() {
        return ends == Ends.DROP ? Math.max(0, before) : 0;
    }

    private long missingBehind() {
        return Math.max(0, after);
    }
}
