package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Groups strips into bands of which all frames fit in memory at a time. When a file is read for the first time, a band's pages
 * are touched frame by frame before its strips are folded: the disk is read forward, in pieces as wide as memory allows, and
 * what the system reads ahead isn't read again for the next strip.
 */
final class Bands {

    private static final long PAGE = 4096;

    /** Bytes that a thread touches at a time: some milliseconds of a fast disk. */
    private static final long BLOCK = 4L << 20;

    private final Strips strips;
    private final Slab slab;
    private final int stripsOfBand;
    private final boolean cold;
    private final LongAdder touched = new LongAdder();

    /** Groups strips so that all frames of a band take at most {@code memory} bytes, or are one strip's. */
    Bands(Strips strips, Slab slab, long memory) {
        this.strips = strips;
        this.slab = slab;
        cold = !Source.resident(slab.pixels());
        long fitting = cold ? memory / (strips.bytes(0) * slab.frames()) : strips.count();
        stripsOfBand = (int) Math.clamp(fitting, 1, strips.count());
    }

    /** Folds strips {@code first} … {@code end − 1}. */
    @FunctionalInterface
    interface Fold {
        void strips(int first, int end) throws IOException;
    }

    /** Returns how often the bytes of all frames are gone through. */
    int rounds() {
        return cold ? 2 : 1;
    }

    /** Folds band after band. */
    void each(Team<Desk> team, Runnable check, Tally tally, Fold fold) throws IOException {
        for (int first = 0; first < strips.count(); first += stripsOfBand) {
            int end = Math.min(strips.count(), first + stripsOfBand);
            if (cold) {
                touch(first, end, team, check, tally);
            }
            fold.strips(first, end);
        }
    }

    private void touch(int first, int end, Team<Desk> team, Runnable check, Tally tally) throws IOException {
        long from = strips.firstByte(first);
        long bytes = strips.firstByte(end - 1) + strips.bytes(end - 1) - from;
        boolean packed = bytes == slab.frameBytes();
        long lines = packed ? 1 : slab.frames();
        long length = packed ? bytes * slab.frames() : bytes;
        long linesOfBlock = Math.max(1, BLOCK / length);
        long blocksOfLine = Math.ceilDiv(length, BLOCK);
        long blocks = Math.ceilDiv(lines, linesOfBlock) * blocksOfLine;
        team.each(Math.toIntExact(blocks), (block, _) -> {
            check.run();
            long start = block % blocksOfLine * BLOCK;
            long count = Math.min(BLOCK, length - start);
            long line = block / blocksOfLine * linesOfBlock;
            for (long t = line; t < Math.min(lines, line + linesOfBlock); t++) {
                touch(slab.offset() + from + t * slab.frameBytes() + start, count);
                tally.add(count);
            }
        });
    }

    private void touch(long at, long bytes) {
        long sum = slab.pixels().get(JAVA_BYTE, at + bytes - 1);
        for (long i = 0; i < bytes; i += PAGE) {
            sum += slab.pixels().get(JAVA_BYTE, at + i);
        }
        touched.add(sum);
    }
}
