package org.tachyscope.load.video;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Remembers which frames the decoder had to patch, because parts of them were damaged. Safe for any thread. */
final class Damage {

    private static final int NAMED = 10;

    /** {@code AV_FRAME_FLAG_CORRUPT}, which JavaCPP leaves out. */
    private static final int CORRUPT = 1;

    private final String name;
    private final TreeSet<Integer> frames = new TreeSet<>();

    Damage(String name) {
        this.name = name;
    }

    /** Looks at what the decoder says of a picture. */
    void check(Decoder.Picture picture) {
        boolean patched =
                picture.pixels().decode_error_flags() != 0 || (picture.pixels().flags() & CORRUPT) != 0;
        if (patched) {
            add(picture.number());
        }
    }

    private synchronized void add(int frame) {
        frames.add(frame);
    }

    /** Names the frames, if there are any. */
    synchronized List<String> remarks() {
        if (frames.isEmpty()) {
            return List.of();
        }
        String first = frames.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String rest = frames.size() > NAMED ? " and " + (frames.size() - NAMED) + " more" : "";
        return List.of((frames.size() == 1 ? "frame " : "frames ") + first + rest + " of " + name
                + (frames.size() == 1 ? " is" : " are") + " damaged: the decoder patched what it couldn't read");
    }
}
