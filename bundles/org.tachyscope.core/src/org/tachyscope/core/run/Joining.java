package org.tachyscope.core.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/**
 * Takes joined folds apart before a run, and joins their results afterwards.
 *
 * @param stack what is folded
 * @param folds what was asked for
 */
record Joining(Stack stack, List<? extends Fold> folds) {

    /** Returns the folds of a run. */
    List<Fold> parts() {
        return parts(folds);
    }

    /** Returns what {@code folds} join, and those that don't join anything. */
    static List<Fold> parts(List<? extends Fold> folds) {
        List<Fold> parts = new ArrayList<>();
        folds.forEach(fold -> add(fold, parts));
        return List.copyOf(parts);
    }

    private static void add(Fold fold, List<Fold> parts) {
        if (fold instanceof Fold.Joined joined) {
            joined.parts().forEach(part -> add(part, parts));
        } else {
            parts.add(fold);
        }
    }

    /** Returns the outcome of what was asked for. */
    Outcome joined(Outcome outcome) {
        Iterator<Result> results = outcome.results().iterator();
        List<Result> joined = new ArrayList<>();
        for (Fold fold : folds) {
            joined.add(result(Objects.requireNonNull(fold), results, outcome.frames()));
        }
        return new Outcome(joined, outcome.frames(), outcome.complete());
    }

    private Result result(Fold fold, Iterator<Result> results, long frames) {
        if (!(fold instanceof Fold.Joined joined)) {
            return results.next();
        }
        List<Result> parts = new ArrayList<>();
        for (Fold part : joined.parts()) {
            parts.add(result(part, results, frames));
        }
        try {
            return joined.kind().cast(joined.join().join(parts));
        } catch (RuntimeException e) {
            Window folded = Window.all(stack.shape(), stack.type()).withFrames(0, frames);
            throw Blame.fold(joined.join(), folded, stack.metadata().name(), e);
        }
    }
}
