package org.tachyscope.core.internal.kernel;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Runs two loops that do the same in turn until the newer is the faster: vector loops are slow until Java has compiled them.
 * Compared is the best of the last rounds of each, because other work on the machine can only make a round longer. While the
 * newer loop is far behind, the race rests as long as it ran: what it waits for is a compiler that needs a processor, too.
 */
final class Race {

    static final int ROUNDS = 10;

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** As many times slower, the newer loop isn't compiled yet. */
    private static final int FAR = 3;

    private final Runnable known;
    private final Runnable newer;
    private final LongSupplier clock;
    private final LongConsumer rest;
    private final long[] ofKnown = new long[ROUNDS];
    private final long[] ofNewer = new long[ROUNDS];

    Race(Runnable known, Runnable newer) {
        this(known, newer, System::nanoTime, LockSupport::parkNanos);
    }

    Race(Runnable known, Runnable newer, LongSupplier clock, LongConsumer rest) {
        this.known = known;
        this.newer = newer;
        this.clock = clock;
        this.rest = rest;
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
            if (ofNewer[round % ROUNDS] > FAR * ofKnown[round % ROUNDS]) {
                rest.accept(ofNewer[round % ROUNDS]);
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
