package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.Zoomable;

/** Zooms the frame display, which it brings to the front. */
public final class ZoomHandler extends AbstractHandler {

    private static final double STEP = Math.sqrt(2);

    @Override
    public Object execute(ExecutionEvent event) {
        display().ifPresent(display -> zoom(display, event.getCommand().getId()));
        return Optional.empty();
    }

    private static void zoom(Zoomable display, String command) {
        switch (command.substring(command.lastIndexOf('.') + 1)) {
            case "zoomIn" -> display.zoom(STEP);
            case "zoomOut" -> display.zoom(1 / STEP);
            case "zoomFit" -> display.fit();
            case "zoomActual" -> display.actualSize();
            default -> throw new IllegalArgumentException("no such zoom: " + command);
        }
    }

    private static Optional<Zoomable> display() {
        try {
            var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            return Optional.ofNullable(Adapters.adapt(page.showView(Ids.FRAME_VIEW), Zoomable.class));
        } catch (PartInitException e) {
            Failure.report("Can't show the frame", e);
            return Optional.empty();
        }
    }
}
