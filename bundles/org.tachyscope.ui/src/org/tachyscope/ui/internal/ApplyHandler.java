package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.tachyscope.api.Operation;
import org.tachyscope.core.Contributed;
import org.tachyscope.ui.api.StackItem;

/** Applies the operation that the command names to the active stack, with its defaults. */
public final class ApplyHandler extends AbstractHandler {

    private static final String OPERATION = "operation";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<StackItem> item = Services.workspace().active();
        if (item.isPresent()) {
            try {
                Contributed<Operation<?>> operation = Services.catalog().operation(event.getParameter(OPERATION));
                Applying.start(item.get(), operation, operation.service().defaults());
            } catch (IllegalArgumentException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return Optional.empty();
    }
}
