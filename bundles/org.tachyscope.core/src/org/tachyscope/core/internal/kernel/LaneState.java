package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Bisects the keys of neighbouring samples, one sample a lane. A lane's order statistic lies in low … high; below is the number
 * of values less than low, upTo that of values not above high, so that below ≤ rank &lt; upTo. In each round somebody counts
 * the values less than a threshold in the middle, and {@link #narrow} takes the half that holds the rank.
 *
 * <p>All arrays are packed ints off the heap, one a lane.
 */
final class LaneState {

    /** A lane that is this close to its rank needs no further rounds: {@link #settle} takes it from the least values left. */
    static final int CLOSE = 2;

    /** Number of least values that are looked for at the end: that of a rank at most {@link #CLOSE} away, and the next. */
    static final int LEAST = CLOSE + 2;

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;

    final int lanes;
    final MemorySegment rank;
    final MemorySegment low;
    final MemorySegment high;
    final MemorySegment below;
    final MemorySegment upTo;
    final MemorySegment threshold;
    final MemorySegment counts;

    /** Holds the {@value #LEAST} least values from each lane's threshold on: all lanes' least, all lanes' second, … */
    final MemorySegment least;

    /** Takes {@code lanes} lanes, a multiple of those of an int vector. */
    LaneState(int lanes, Arena arena) {
        this.lanes = lanes;
        long bytes = 4L * lanes;
        rank = arena.allocate(bytes, 64);
        low = arena.allocate(bytes, 64);
        high = arena.allocate(bytes, 64);
        below = arena.allocate(bytes, 64);
        upTo = arena.allocate(bytes, 64);
        threshold = arena.allocate(bytes, 64);
        counts = arena.allocate(bytes, 64);
        least = arena.allocate(LEAST * bytes, 64);
    }

    private static IntVector ints(MemorySegment from, long at) {
        return IntVector.fromMemorySegment(I, from, at, ORDER);
    }

    /**
     * Begins to look for other ranks.
     *
     * @param bounds the least and the largest keys and the numbers of values, of these and other lanes
     * @param ranks the ranks, of these and other lanes
     * @param first index of lane 0 in both
     * @return whether {@code stop} isn't reached
     */
    boolean begin(Bounds bounds, int[] ranks, int first, Stop stop) {
        long open = 0;
        for (int i = 0; i < lanes; i += I.length()) {
            long at = 4L * i;
            long from = 4L * first + at;
            IntVector wanted = IntVector.fromArray(I, ranks, first + i);
            IntVector least = ints(bounds.least(), from);
            IntVector most = ints(bounds.most(), from);
            wanted.intoMemorySegment(rank, at, ORDER);
            least.intoMemorySegment(low, at, ORDER);
            most.intoMemorySegment(high, at, ORDER);
            IntVector.zero(I).intoMemorySegment(below, at, ORDER);
            ints(bounds.numbers(), from).intoMemorySegment(upTo, at, ORDER);
            open |= aim(least, most, wanted, stop, at);
        }
        return open != 0;
    }

    /** Holds what is known of all samples of a tile: packed ints off the heap, one a sample. */
    record Bounds(MemorySegment least, MemorySegment most, MemorySegment numbers) {

        static Bounds of(int samples, Arena arena) {
            return new Bounds(
                    arena.allocate(4L * samples, 64),
                    arena.allocate(4L * samples, 64),
                    arena.allocate(4L * samples, 64));
        }
    }

    /**
     * Sets the numbers of values to {@code frames}, and tells whether a lane has values that are not numbers: then threshold
     * is set for counting the others.
     */
    boolean hasNan(Bounds bounds, int first, int frames) {
        long nan = 0;
        IntVector.broadcast(I, Keys.NAN).intoMemorySegment(threshold, 0, ORDER);
        for (int i = 0; i < lanes; i += I.length()) {
            long at = 4L * (first + i);
            IntVector.broadcast(I, frames).intoMemorySegment(bounds.numbers(), at, ORDER);
            nan |= ints(bounds.most(), at).compare(EQ, Keys.NAN).toLong();
        }
        return nan != 0;
    }

    /** Takes values that are not numbers out of the bounds, when the others have been counted. */
    void leaveNan(Bounds bounds, int first, int largest) {
        for (int i = 0; i < lanes; i += I.length()) {
            long at = 4L * (first + i);
            ints(counts, 4L * i).intoMemorySegment(bounds.numbers(), at, ORDER);
            ints(bounds.least(), at).min(largest).intoMemorySegment(bounds.least(), at, ORDER);
            ints(bounds.most(), at).min(largest).intoMemorySegment(bounds.most(), at, ORDER);
        }
    }

    /** Narrows each lane by the number of values less than its threshold, and returns whether {@code stop} isn't reached. */
    boolean narrow(Stop stop) {
        long open = 0;
        for (long at = 0; at < 4L * lanes; at += I.vectorByteSize()) {
            IntVector count = ints(counts, at);
            IntVector middle = ints(threshold, at);
            VectorMask<Integer> up = count.compare(LE, ints(rank, at));
            IntVector from = ints(low, at).blend(middle, up);
            IntVector to = middle.sub(1).blend(ints(high, at), up);
            IntVector less = ints(below, at).blend(count, up);
            from.intoMemorySegment(low, at, ORDER);
            to.intoMemorySegment(high, at, ORDER);
            less.intoMemorySegment(below, at, ORDER);
            count.blend(ints(upTo, at), up).intoMemorySegment(upTo, at, ORDER);
            open |= aim(from, to, ints(rank, at).sub(less), stop, at);
        }
        return open != 0;
    }

    /** Writes the middle of low … high, rounded up, to threshold. Returns a bit for each lane that is to go on. */
    private long aim(IntVector from, IntVector to, IntVector off, Stop stop, long at) {
        IntVector half = to.sub(from).add(1).lanewise(LSHR, 1);
        from.add(half).intoMemorySegment(threshold, at, ORDER);
        long open = to.compare(NE, from).toLong();
        return switch (stop) {
            case CLOSED -> open;
            case CLOSE -> open & off.compare(GT, CLOSE).toLong();
        };
    }

    /** Tells how far lanes are bisected. */
    enum Stop {
        /** Until one value is left. */
        CLOSED,
        /** Until one value is left, or the rank is at most {@link #CLOSE} away from that of low. */
        CLOSE
    }

    /** Tells whether a lane has more than one value left. */
    boolean open() {
        long open = 0;
        for (long at = 0; at < 4L * lanes; at += I.vectorByteSize()) {
            open |= ints(low, at).compare(NE, ints(high, at)).toLong();
        }
        return open != 0;
    }

    /** Sets each threshold to where its least values count from: low itself, or behind low if only that is left. */
    void behind() {
        for (long at = 0; at < 4L * lanes; at += I.vectorByteSize()) {
            IntVector from = ints(low, at);
            from.add(1, from.eq(ints(high, at))).intoMemorySegment(threshold, at, ORDER);
        }
    }

    /** Writes each lane's order statistic and the next one, from the least values. */
    void settle(int[] lowOut, int[] nextOut, int to) {
        for (int i = 0; i < lanes; i += I.length()) {
            long at = 4L * i;
            IntVector from = ints(low, at);
            VectorMask<Integer> closed = from.eq(ints(high, at));
            IntVector off = ints(rank, at).sub(ints(below, at));
            pick(off, at).blend(from, closed).intoArray(lowOut, to + i);
            VectorMask<Integer> same = ints(rank, at).add(1).compare(LT, ints(upTo, at));
            IntVector behind = ints(least, at).blend(from, same);
            pick(off.add(1), at).blend(behind, closed).intoArray(nextOut, to + i);
        }
    }

    /** Returns least value number {@code which} of each lane. */
    private IntVector pick(IntVector which, long at) {
        long step = 4L * lanes;
        return ints(least, at)
                .blend(ints(least, at + step), which.compare(EQ, 1))
                .blend(ints(least, at + 2 * step), which.compare(EQ, 2))
                .blend(ints(least, at + 3 * step), which.compare(EQ, 3));
    }
}
