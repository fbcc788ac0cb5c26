package org.tachyscope.load.video;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tachyscope.api.data.Loss;

/** Remembers which frames turned out to be damaged while they were read. Safe for any thread. */
final class Damage {

    private static final int NAMED = 10;

    /** {@code AV_FRAME_FLAG_CORRUPT}, which JavaCPP leaves out. */
    private static final int CORRUPT = 1;

    private final String name;
    private final SortedSet<Integer> patched = new TreeSet<>();
    private final SortedSet<Integer> repeated = new TreeSet<>();

    Damage(String name) {
        this.name = name;
    }

    /** Looks at what the decoder says of a picture. */
    void check(Decoder.Picture picture) {
        if (picture.pixels().decode_error_flags() != 0 || (picture.pixels().flags() & CORRUPT) != 0) {
            synchronized (this) {
                patched.add(picture.number());
            }
        }
    }

    /** Hears of a frame that shows the one before in its place. */
    synchronized void repeated(int frame) {
        repeated.add(frame);
    }

    /** Names the frames of which parts were patched by the decoder, if there are any. */
    synchronized List<String> remarks() {
        return patched.isEmpty()
                ? List.of()
                : List.of(names(patched) + " of " + name + (patched.size() == 1 ? " is" : " are")
                        + " damaged: the decoder patched what it couldn't read");
    }

    /** Admits the frames that show another one, if there are any. */
    synchronized List<Loss> losses() {
        return repeated.isEmpty()
                ? List.of()
                : List.of(new Loss(
                        Loss.Kind.FILLED,
                        repeated.size(),
                        names(repeated) + " can't be decoded and " + (repeated.size() == 1 ? "shows" : "show")
                                + " the frame before"));
    }

    private static String names(SortedSet<Integer> frames) {
        String first = frames.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String rest = frames.size() > NAMED ? " and " + (frames.size() - NAMED) + " more" : "";
        return (frames.size() == 1 ? "frame " : "frames ") + first + rest;
    }
}
