package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Workspace;

/** Sets the window up: bars, title, status line, and files dropped anywhere on it. */
final class WindowSetup extends WorkbenchWindowAdvisor {

    private static final Point FIRST_SIZE = new Point(1400, 900);
    private static final String STATUS_LINE = "org.eclipse.ui.StatusLine";

    WindowSetup(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(FIRST_SIZE);
        window.setShowMenuBar(true);
        window.setShowCoolBar(true);
        window.setShowProgressIndicator(true);
        window.setShowPerspectiveBar(false);
        window.setTitle(Title.of(Optional.empty()));
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        Shell shell = window.getWindow().getShell();
        shell.setData(Ids.KEY, "window");
        shell.getDisplay().asyncExec(() -> hideStatusLine(window));
        DropSources.onto(shell);
        Workspace workspace = Services.workspace();
        window.setTitle(Title.of(workspace.active()));
        var subscription = workspace.listen(new Workspace.Listener() {
            @Override
            public void activated(Optional<StackItem> item) {
                window.setTitle(Title.of(item));
            }
        });
        shell.addDisposeListener(event -> subscription.close());
    }

    /** Makes room for {@link PointerLine}: the platform's status line is wide, and forgets its text with the active view. */
    private static void hideStatusLine(IWorkbenchWindowConfigurer configurer) {
        var window = (MTrimmedWindow) configurer.getWindow().getService(MWindow.class);
        EModelService models = configurer.getWindow().getService(EModelService.class);
        models.getTrim(window, SideValue.BOTTOM).getChildren().stream()
                .filter(part -> part.getElementId().equals(STATUS_LINE))
                .forEach(part -> part.setToBeRendered(false));
    }
}
