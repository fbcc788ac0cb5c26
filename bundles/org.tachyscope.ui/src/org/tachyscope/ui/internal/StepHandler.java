package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.tachyscope.ui.api.StackItem;

/** Moves the active stack to the next, previous, first or last frame. */
public final class StepHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Services.workspace()
                .active()
                .ifPresent(item -> step(item, event.getCommand().getId()));
        return Optional.empty();
    }

    private static void step(StackItem item, String command) {
        switch (command.substring(command.lastIndexOf('.') + 1)) {
            case "nextFrame" -> item.showFrame(item.frame() + 1);
            case "previousFrame" -> item.showFrame(item.frame() - 1);
            case "firstFrame" -> item.showFrame(0);
            case "lastFrame" -> item.showFrame(item.shape().frames() - 1);
            default -> throw new IllegalArgumentException("no such step: " + command);
        }
    }
}
