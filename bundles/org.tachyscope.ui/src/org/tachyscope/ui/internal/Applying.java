package org.tachyscope.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Contributed;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.ui.api.Hold;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;

/** Applies an operation to an open stack and opens what it computes. */
final class Applying {

    private Applying() {}

    /** Starts a job that applies {@code operation} to {@code item}. Returns at once. UI thread. */
    static void start(StackItem item, Contributed<Operation<?>> operation, Record params) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Optional<Recipe> recipe = Histories.applied(item, operation.id(), params);
        String name = StackText.base(item) + " " + operation.id();
        Jobs.start(
                operation.label() + " of " + item.name(),
                new Jobs.Complaint("Can't apply", operation.label()),
                progress -> {
                    Hold input = item.hold();
                    try {
                        Stack result = apply(operation.service(), input.stack(), params);
                        display.asyncExec(
                                () -> Histories.add(name, result, Residence.computed(), List.of(input), recipe));
                    } catch (RuntimeException | LinkageError e) {
                        input.close();
                        throw e;
                    }
                });
    }

    private static <P extends Record> Stack apply(Operation<P> operation, Stack input, Record params) {
        @SuppressWarnings("unchecked") // defaults() gives a P, and params are of its class
        P typed = (P) operation.defaults().getClass().cast(params);
        return operation.apply(input, typed);
    }
}
