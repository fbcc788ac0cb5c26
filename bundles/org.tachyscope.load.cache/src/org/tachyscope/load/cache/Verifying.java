package org.tachyscope.load.cache;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.Progress;

/** Compares all frames of an entry with their checksums. */
record Verifying(Digest digest, long frames) {

    private static final int NAMED = 5;

    /** Returns one sentence for each kind of damage. */
    List<String> run(Progress progress) {
        List<Long> pixels = new ArrayList<>();
        List<Long> levels = new ArrayList<>();
        for (long t = 0; t < frames; t++) {
            progress.checkCancelled();
            if (!digest.pixelsAreRight(t)) {
                pixels.add(t);
            }
            if (!digest.levelsAreRight(t)) {
                levels.add(t);
            }
            progress.worked(t + 1, frames);
        }
        List<String> sentences = new ArrayList<>();
        say(pixels, "pixels", sentences);
        say(levels, "smaller copies", sentences);
        return sentences;
    }

    private void say(List<Long> wrong, String what, List<String> sentences) {
        if (!wrong.isEmpty()) {
            String named = String.join(
                    ", ", wrong.stream().limit(NAMED).map(String::valueOf).toList());
            sentences.add("the " + what + " of " + wrong.size() + " of " + frames + " frames aren't what was written: "
                    + named + (wrong.size() > NAMED ? ", …" : ""));
        }
    }
}
