package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.tachyscope.ui.api.Workspace;

/** Closes the active stack, or all of them. */
public final class CloseHandler extends AbstractHandler {

    private static final String ALL_COMMAND = "org.tachyscope.ui.closeAll";

    @Override
    public Object execute(ExecutionEvent event) {
        Workspace workspace = Services.workspace();
        if (event.getCommand().getId().equals(ALL_COMMAND)) {
            workspace.items().forEach(workspace::close);
        } else {
            workspace.active().ifPresent(workspace::close);
        }
        return Optional.empty();
    }
}
