package org.tachyscope.ui.tests;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.ui.api.Hold;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Workspace;

/** Runs commands through their real handlers and looks at the open stacks. Called from the test's thread. */
final class Desk {

    private Desk() {}

    static Workspace workspace() {
        BundleContext context = FrameworkUtil.getBundle(Desk.class).getBundleContext();
        return context.getService(context.getServiceReference(Workspace.class));
    }

    /** Runs a command with parameters, as a menu does. */
    static void command(String id, Map<String, String> parameters) {
        Hands.act(() -> {
            Command command =
                    PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.tachyscope.ui." + id);
            try {
                PlatformUI.getWorkbench()
                        .getService(IHandlerService.class)
                        .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
            } catch (CommandException e) {
                throw new AssertionError(id + " failed", e);
            }
        });
    }

    /** Returns the names of the open stacks. */
    static List<String> names() {
        return Hands.ask(() -> workspace().items().stream().map(StackItem::name).toList());
    }

    /** Waits until a stack of this name is open. */
    static StackItem opened(String name) {
        Hands.until(
                "an open stack \"" + name + "\"",
                () -> workspace().items().stream().anyMatch(item -> item.name().equals(name)));
        return Hands.ask(() -> workspace().items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    /** Reads one sample of one frame. */
    static double sample(StackItem item, long frame, int row, int column) throws IOException {
        try (Hold hold = item.hold();
                Cursor cursor = hold.stack().cursor()) {
            return cursor.frame(frame).sample(row, column, 0);
        }
    }

    /** Returns what the list of stacks shows, one text a row. */
    static List<String> rows() {
        return Hands.ask(() -> Hands.look("stacks.list").map(Table.class::cast).stream()
                .flatMap(table -> List.of(table.getItems()).stream())
                .map(item -> item.getText(0))
                .toList());
    }

    /** Clicks into the middle of a control. */
    static void press(Control control) {
        Point size = Hands.ask(control::getSize);
        Hands.click(control, size.x / 2, size.y / 2);
    }

    /** Looks for a visible button by what it says, for dialogs of the platform. In the UI thread. */
    static Optional<Control> button(String text) {
        return Stream.of(Hands.display().getShells())
                .filter(Shell::isVisible)
                .flatMap(Desk::below)
                .filter(control ->
                        control instanceof Button button && button.getText().equals(text))
                .findFirst();
    }

    private static Stream<Control> below(Control control) {
        return control instanceof Composite parent
                ? Stream.of(parent.getChildren()).flatMap(Desk::below)
                : Stream.of(control);
    }

    /** Closes all stacks. */
    static void clear() {
        Hands.act(() -> workspace().items().forEach(workspace()::close));
    }
}
