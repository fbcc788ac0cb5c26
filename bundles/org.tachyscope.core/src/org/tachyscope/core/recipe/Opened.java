package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.Sources;

/** Owns a source and the stacks of the operations on it. */
final class Opened implements AutoCloseable {

    private final Deque<Stack> stacks = new ArrayDeque<>();

    private Opened() {}

    /**
     * Opens the source and applies the operations.
     *
     * @param base folder that relative names of files start from
     */
    static Opened open(
            Recipe recipe, Sources.Planned plan, Catalog catalog, Places places, Path base, Progress progress)
            throws IOException {
        Opened opened = new Opened();
        try {
            opened.stacks.push(plan.plan().open(progress));
            for (int i = 0; i < recipe.operations().size(); i++) {
                Recipe.Step step = recipe.operations().get(i);
                String place = places.params("operations", i, step.id());
                opened.apply(catalog.operation(step.id()).service(), step.params(), base, place);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Returns what comes out of the last operation. */
    Stack stack() {
        return stacks.element();
    }

    private <P extends Record> void apply(Operation<P> operation, Map<String, Object> params, Path base, String place)
            throws IOException {
        P values = Parameters.fromMap(operation.defaults(), params, place);
        try {
            P found = Parameters.withFiles(
                    values, name -> base.resolve(name).normalize().toString());
            stacks.push(operation.apply(stack(), found));
        } catch (IllegalArgumentException e) {
            throw new IOException(place + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        while (!stacks.isEmpty()) {
            stacks.pop().close();
        }
    }
}
