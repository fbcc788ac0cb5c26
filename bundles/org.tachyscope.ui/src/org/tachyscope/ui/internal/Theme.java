package org.tachyscope.ui.internal;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.osgi.service.event.EventHandler;

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

    /**
     * Takes back the colours that are left from the dark theme, whenever the system's colours have changed. Going light, the
     * engine restores as a control's default what it found when the dark theme was first applied, which was dark already.
     */
    static void lightenWhenDue(Display display) {
        display.addListener(SWT.Settings, event -> {
            if (!dark()) {
                Stream.of(display.getShells()).forEach(Theme::lighten);
            }
        });
    }

    private static void lighten(Shell shell) {
        forget(shell);
        engine().applyStyles(shell, true);
        Point size = shell.getSize();
        shell.redraw(0, 0, size.x, size.y, true);
    }

    private static void forget(Control control) {
        Color any = control.getDisplay().getSystemColor(SWT.COLOR_BLACK); // null is ignored where no colour is known
        control.setBackground(any);
        control.setBackground(null);
        control.setForeground(any);
        control.setForeground(null);
        if (control instanceof Table table) {
            table.setHeaderBackground(null);
            table.setHeaderForeground(null);
        }
        if (control instanceof Tree tree) {
            tree.setHeaderBackground(null);
            tree.setHeaderForeground(null);
        }
        if (control instanceof Link link) {
            link.setLinkForeground(null);
        }
        if (control instanceof Composite parent) {
            Stream.of(parent.getChildren()).forEach(Theme::forget);
        }
    }

    /** Ticks the menu entry if the dark theme is on. */
    static void tick() {
        PlatformUI.getWorkbench()
                .getService(ICommandService.class)
                .getCommand(COMMAND)
                .getState(RegistryToggleState.STATE_ID)
                .setValue(dark());
    }

    /** Runs something after each change of the theme, as long as {@code owner} lives. */
    static void whenChanged(Control owner, Runnable run) {
        IEventBroker events = PlatformUI.getWorkbench().getService(IEventBroker.class);
        Display display = owner.getDisplay();
        Runnable later = () -> display.asyncExec(() -> {
            if (!owner.isDisposed()) {
                run.run();
            }
        });
        EventHandler changed = event -> later.run();
        Listener settled = event -> later.run();
        events.subscribe(IThemeEngine.Events.THEME_CHANGED, changed);
        display.addListener(SWT.Settings, settled);
        owner.addDisposeListener(event -> {
            events.unsubscribe(changed);
            display.removeListener(SWT.Settings, settled);
        });
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
