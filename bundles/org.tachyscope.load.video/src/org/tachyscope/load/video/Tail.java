package org.tachyscope.load.video;

import java.util.List;
import org.tachyscope.api.data.Loss;

/** Admits what is missing at the end of a file that was cut off, or can't be read to its end. */
final class Tail {

    private Tail() {}

    /**
     * Returns what is missing behind the last frame, or nothing. A count in the header counts only then: in a file that is
     * whole it may simply be wrong.
     */
    static List<Loss> losses(Index index, Rhythm rhythm) {
        if (index.facts().ending().isEmpty()) {
            return List.of();
        }
        Packets packets = index.packets();
        boolean cut = packets.is(packets.count() - 1, Packets.LOST);
        long missing = Math.max(missing(index, rhythm), cut ? 1 : 0);
        int last = index.frames() - 1;
        String where = "the file can't be read to its end ("
                + (cut ? "it ends in the middle of a frame" : index.facts().ending()) + "): ";
        String what = missing == 0
                ? "nobody knows how many frames are missing"
                : missing + (missing == 1 ? " frame is" : " frames are") + " missing";
        return List.of(new Loss(
                Loss.Kind.SKIPPED,
                missing,
                where + what + " behind frame " + last + " (" + Reports.seconds(index.seconds(last)) + ")"));
    }

    private static long missing(Index index, Rhythm rhythm) {
        Index.Facts facts = index.facts();
        if (facts.frames() > 0) {
            return facts.frames() - index.packets().count() + lost(index);
        }
        double found = index.seconds(index.frames() - 1) + rhythm.step();
        return facts.seconds() == 0 || rhythm.step() == 0 ? 0 : Math.round((facts.seconds() - found) / rhythm.step());
    }

    private static int lost(Index index) {
        return index.packets().is(index.packets().count() - 1, Packets.LOST) ? 1 : 0;
    }
}
