package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;

/** Knows the light and the dark theme. UI thread. */
final class Theme {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String COMMAND = "org.tachyscope.ui.theme";

    private Theme() {}

    /** Tells whether the dark theme is on. */
    static boolean dark() {
        return Optional.ofNullable(engine().getActiveTheme())
                .filter(theme -> theme.getId().startsWith(DARK))
                .isPresent();
    }

    /** Changes to the other theme, and keeps it for the next start. */
    static void toggle() {
        engine().setTheme(dark() ? LIGHT : DARK, true);
        tick();
    }

    /** Ticks the menu entry if the dark theme is on. */
    static void tick() {
        PlatformUI.getWorkbench()
                .getService(ICommandService.class)
                .getCommand(COMMAND)
                .getState(RegistryToggleState.STATE_ID)
                .setValue(dark());
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
