package org.tachyscope.core.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Feeds sinks that take a slab in the same pieces. A piece is a strip of all the slab's frames or, for sinks that merge over
 * time, of one stretch of them.
 *
 * @param sinks fed together, each chunk while it lies in the cache
 * @param strips cuts the frames
 * @param pieceFrames frames of a piece, or all of a slab's
 * @param chunkFrames frames of a chunk; divides {@code pieceFrames}
 */
record Crew(List<Sink> sinks, Strips strips, int pieceFrames, int chunkFrames) {

    /** Bounds the bytes of a chunk: half of a usual second-level cache. */
    static final long CHUNK_BYTES = 512 * 1024;

    private static final int ALL = Integer.MAX_VALUE;

    /** Feeds sinks that compute moments only: their kernels cut tiles as they like. */
    static Crew ofMoments(List<Sink> sinks, Strips strips) {
        return new Crew(sinks, strips, ALL, ALL);
    }

    /** Feeds sinks that get a strip's frames in the order of time. */
    static Crew inOrder(List<Sink> sinks, Strips strips) {
        return new Crew(sinks, strips, ALL, chunkFrames(strips.bytes(0)));
    }

    /** Feeds sinks that merge, so that several stretches of one strip can be folded at a time. */
    static Crew merging(List<Sink> sinks, Strips strips) {
        return new Crew(sinks, strips, MergeSink.STRETCH, chunkFrames(strips.bytes(0)));
    }

    /** Feeds sinks that want whole frames. */
    static Crew ofFrames(List<Sink> sinks, Strips whole) {
        int frames = MergeSink.framesOf(whole);
        return new Crew(sinks, whole, frames, frames);
    }

    /** Returns a power of two, so that chunks don't straddle the stretches of {@link MergeSink}. */
    static int chunkFrames(long stripBytes) {
        long fitting = Math.clamp(CHUNK_BYTES / stripBytes, 1, MergeSink.STRETCH);
        return (int) Long.highestOneBit(fitting);
    }

    /** Feeds a slab with all threads of the team. */
    void fold(Slab slab, Team<Desk> team, Watch watch) throws IOException {
        if (sinks.isEmpty()) {
            return;
        }
        int pieces = pieceFrames == ALL ? 1 : (int) ((slab.end() - 1) / pieceFrames - slab.first() / pieceFrames) + 1;
        team.each(strips.count() * pieces, (item, desk) -> {
            watch.check();
            fold(item % strips.count(), pieces == 1 ? slab : piece(slab, item / strips.count()), desk, () -> {});
        });
        sinks.forEach(Sink::slabDone);
    }

    private Slab piece(Slab slab, int index) {
        long stretch = slab.first() / pieceFrames + index;
        long first = Math.max(slab.first(), stretch * pieceFrames);
        return slab.part(first, (int) (Math.min(slab.end(), (stretch + 1) * pieceFrames) - first));
    }

    /** Feeds one strip of a slab, and calls {@code check} before each chunk. */
    void fold(int strip, Slab slab, Desk desk, Runnable check) throws IOException {
        List<Sink.Feed> feeds = new ArrayList<>();
        for (Sink sink : sinks) {
            feeds.add(sink.feed(strip, slab, desk));
        }
        for (long t = slab.first(); t < slab.end(); ) {
            check.run();
            long border = chunkFrames == ALL ? slab.end() : (t / chunkFrames + 1) * chunkFrames;
            Chunk chunk = slab.chunk(strips, strip, t, (int) (Math.min(border, slab.end()) - t), desk);
            for (Sink.Feed feed : feeds) {
                feed.add(chunk);
            }
            t += chunk.frames();
        }
        feeds.forEach(Sink.Feed::end);
    }
}
