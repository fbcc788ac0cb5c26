package org.tachyscope.ui.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the sources that the user picks; or the one that the command names, as the recent list and tests do. */
public final class OpenHandler extends AbstractHandler {

    private static final String PATH = "path";
    private static final String WITH_OPTIONS = "WithOptions";
    private static final String FOLDER = "openFolder";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<String> path = Optional.ofNullable(event.getParameter(PATH));
        String command = event.getCommand().getId();
        Consumer<Path> open = command.endsWith(WITH_OPTIONS) ? Opening::startWithOptions : Services.workspace()::open;
        if (path.isPresent()) {
            open.accept(Path.of(path.get()));
        } else if (command.contains(FOLDER)) {
            openFolder(HandlerUtil.getActiveShellChecked(event), open);
        } else {
            openFiles(HandlerUtil.getActiveShellChecked(event), open);
        }
        return Optional.empty();
    }

    private static void openFolder(Shell shell, Consumer<Path> open) {
        var dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText("Open a Folder of Images");
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(open);
    }

    private static void openFiles(Shell shell, Consumer<Path> open) {
        var dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText("Open Files");
        if (dialog.open() != null) {
            for (String name : dialog.getFileNames()) {
                open.accept(Path.of(dialog.getFilterPath(), name));
            }
        }
    }
}
