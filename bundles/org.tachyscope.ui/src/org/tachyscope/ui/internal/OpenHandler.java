package org.tachyscope.ui.internal;

import java.nio.file.Path;
import java.util.Optional;
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
    private static final String FOLDER_COMMAND = "org.tachyscope.ui.openFolder";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<String> path = Optional.ofNullable(event.getParameter(PATH));
        if (path.isPresent()) {
            Services.workspace().open(Path.of(path.get()));
        } else if (event.getCommand().getId().equals(FOLDER_COMMAND)) {
            openFolder(HandlerUtil.getActiveShellChecked(event));
        } else {
            openFiles(HandlerUtil.getActiveShellChecked(event));
        }
        return Optional.empty();
    }

    private static void openFolder(Shell shell) {
        var dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText("Open a Folder of Images");
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(Services.workspace()::open);
    }

    private static void openFiles(Shell shell) {
        var dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText("Open Files");
        if (dialog.open() != null) {
            for (String name : dialog.getFileNames()) {
                Services.workspace().open(Path.of(dialog.getFilterPath(), name));
            }
        }
    }
}
