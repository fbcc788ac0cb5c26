package org.tachyscope.core.run;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.internal.kernel.TileMoments;

/** Holds what one thread needs for a run: its cursor and its accumulators of moments, each made when first used. */
final class Desk implements Team.Desk {

    private final Stack stack;
    private final Supplier<TileMoments> fresh;
    private @Nullable Cursor cursor;
    private @Nullable TileMoments moments;

    Desk(Stack stack, Supplier<TileMoments> fresh) {
        this.stack = stack;
        this.fresh = fresh;
    }

    /** Returns this thread's cursor, which stays open for the whole run. */
    Cursor cursor() throws IOException {
        Cursor open = cursor;
        if (open == null) {
            open = stack.cursor();
            cursor = open;
        }
        return open;
    }

    /** Returns this thread's accumulators. */
    TileMoments moments() {
        TileMoments made = moments;
        if (made == null) {
            made = fresh.get();
            moments = made;
        }
        return made;
    }

    @Override
    public void close() {
        Cursor open = cursor;
        if (open != null) {
            open.close();
        }
    }
}
