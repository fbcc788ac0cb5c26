package org.tachyscope.core.run;

import java.util.function.Supplier;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/** Calls into folds, and names the one that fails. */
final class Calls {

    private Calls() {}

    static <A extends Accumulator<A>> A start(Fold.OfBlocks<A> fold, Window window, Stack stack) {
        return named(fold.start(), window, stack, () -> fold.start().start(window));
    }

    static void add(Accumulator<?> accumulator, Chunk chunk, Desk desk, Stack stack) {
        try {
            accumulator.add(chunk.block(desk.columns()));
        } catch (RuntimeException e) {
            throw Blame.fold(accumulator, chunk.window(), stack.metadata().name(), e);
        }
    }

    static <A extends Accumulator<A>> void merge(A into, A other, Window window, Stack stack) {
        try {
            into.merge(other);
        } catch (RuntimeException e) {
            throw Blame.fold(into, window, stack.metadata().name(), e);
        }
    }

    static Result result(Accumulator<?> accumulator, Window window, Stack stack) {
        return named(accumulator, window, stack, accumulator::result);
    }

    private static <T> T named(Object fold, Window window, Stack stack, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw Blame.fold(fold, window, stack.metadata().name(), e);
        }
    }
}
