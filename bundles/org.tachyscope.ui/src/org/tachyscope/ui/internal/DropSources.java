package org.tachyscope.ui.internal;

import java.nio.file.Path;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Shell;
import org.tachyscope.ui.api.Workspace;

/** Opens the files and folders that are dropped anywhere on a window. */
final class DropSources extends DropTargetAdapter {

    private DropSources() {}

    /** Makes {@code shell} and all that is in it a target. */
    static void onto(Shell shell) {
        var target = new DropTarget(shell, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropSources());
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        copy(event);
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        copy(event);
    }

    /** Copies by default: a file manager that believes in a move would delete the file. */
    private static void copy(DropTargetEvent event) {
        event.detail = (event.operations & DND.DROP_COPY) == 0 ? DND.DROP_NONE : DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            Workspace workspace = Services.workspace();
            for (String name : names) {
                workspace.open(Path.of(name));
            }
        }
    }
}
