package org.tachyscope.ui.views.frame;

import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.StatusLine;
import org.tachyscope.ui.api.Subscription;
import org.tachyscope.ui.api.Workspace;
import org.tachyscope.ui.api.Zoomable;
import org.tachyscope.ui.views.Paints;
import org.tachyscope.ui.views.Plays;
import org.tachyscope.ui.views.frame.Outcome.Failure;
import org.tachyscope.ui.views.frame.Outcome.Picture;

/** Shows one frame of the active stack, with the colours' range at its side and what is known about the stack below it. */
public final class FrameView extends ViewPart implements FrameCanvas.Listener, Zoomable, Paints {

    private FrameCanvas canvas;
    private LevelBar levels;
    private InfoLine info;
    private Subscription changes;
    private String lastFailure = "";

    @Override
    public void createPartControl(Composite parent) {
        Workspace workspace = getSite().getService(Workspace.class);
        Composite all = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        layout.verticalSpacing = 0;
        all.setLayout(layout);
        canvas = new FrameCanvas(all, this);
        canvas.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        levels = new LevelBar(all);
        GridData side = new GridData(SWT.FILL, SWT.FILL, false, true);
        side.widthHint = LevelBar.width();
        levels.control().setLayoutData(side);
        info = new InfoLine(all);
        info.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1));
        addMenus();
        changes = workspace.listen(new Workspace.Listener() {
            @Override
            public void activated(Optional<StackItem> item) {
                show(item);
            }
        });
        show(workspace.active());
    }

    private void addMenus() {
        FrameActions actions = new FrameActions(canvas, this::play);
        actions.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(actions::fillMenu);
        canvas.control().setMenu(menu.createContextMenu(canvas.control()));
        canvas.control().addListener(SWT.KeyDown, e -> {
            if (e.character == ' ') {
                play();
            }
        });
    }

    private void play() {
        if (getSite().getPage().findView(Ids.TIMELINE_VIEW) instanceof Plays timeline) {
            timeline.playOrPause();
        }
    }

    @Override
    public boolean caughtUp() {
        return canvas.caughtUp();
    }

    private void show(Optional<StackItem> item) {
        lastFailure = "";
        levels.clear();
        pointed("");
        canvas.show(item);
        info.show(item, canvas.view());
    }

    @Override
    public void pointed(String text) {
        Optional.ofNullable(getSite().getService(StatusLine.class)).ifPresent(line -> line.show(text));
    }

    @Override
    public void pictured(Picture picture) {
        canvas.item().ifPresent(item -> {
            levels.show(item, picture);
            item.rangeFound(picture.range());
        });
    }

    @Override
    public void failed(Failure failure) {
        if (!failure.sentence().equals(lastFailure)) {
            lastFailure = failure.sentence();
            ILog.of(FrameView.class).error(failure.sentence(), failure.cause());
        }
    }

    @Override
    public void moved(Viewport view) {
        info.show(canvas.item(), view);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Zoomable.class ? adapter.cast(this) : super.getAdapter(adapter);
    }

    @Override
    public void zoom(double factor) {
        canvas.place(canvas.view().zoomed(canvas.view().zoom() * factor));
    }

    @Override
    public void fit() {
        canvas.fit();
    }

    @Override
    public void actualSize() {
        canvas.place(canvas.view().zoomed(1));
    }

    @Override
    public void setFocus() {
        canvas.control().setFocus();
    }

    @Override
    public void dispose() {
        if (changes != null) {
            changes.close();
        }
        super.dispose();
    }
}
