package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Changes between the light and the dark theme. The choice lasts. */
public final class ThemeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Theme.toggle();
        return Optional.empty();
    }
}
