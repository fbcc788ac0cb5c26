package org.tachyscope.core.internal.kernel;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Runs two loops that do the same in turn until the newer is the faster: vector loops are slow until Java has compiled them.
 * Compared is the best of the last rounds of each, because other work on the machine can only make a round longer.
 */
final class Race {

    static final int ROUNDS = 10;

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Runnable known;
    private final Runnable newer;
    private final LongSupplier clock;
    private final long[] ofKnown = new long[ROUNDS];
    private final long[] ofNewer = new long[ROUNDS];

    Race(Runnable known, Runnable newer) {
        this(known, newer, System::nanoTime);
    }

    Race(Runnable known, Runnable newer, LongSupplier clock) {
        this.known = known;
        this.newer = newer;
        this.clock = clock;
    }

    /** Returns once the newer loop wins, or false after a minute in which it didn't. */
    boolean newerWins() {
        Arrays.fill(ofKnown, Long.MAX_VALUE);
        Arrays.fill(ofNewer, Long.MAX_VALUE);
        long start = clock.getAsLong();
        for (int round = 0; clock.getAsLong() - start < PATIENCE_NANOS; round++) {
            ofNewer[round % ROUNDS] = nanos(newer);
            ofKnown[round % ROUNDS] = nanos(known);
            if (round >= ROUNDS && best(ofNewer) < best(ofKnown)) {
                return true;
            }
        }
        return false;
    }

    private long nanos(Runnable loop) {
        long start = clock.getAsLong();
        loop.run();
        return clock.getAsLong() - start;
    }

    private static long best(long[] times) {
        return Arrays.stream(times).min().orElseThrow();
    }
}
