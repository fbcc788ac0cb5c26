package org.tachyscope.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Subscription;
import org.tachyscope.ui.api.Workspace;

/** Lists the open stacks; the selected one is the one that all views show. */
public final class StacksView extends ViewPart implements Workspace.Listener {

    private Workspace workspace;
    private Subscription subscription;
    private TableViewer viewer;
    private Label hint;
    private StackLayout layout;

    @Override
    public void createPartControl(Composite parent) {
        layout = new StackLayout();
        parent.setLayout(layout);
        hint = hint(parent);
        viewer = list(parent);
        workspace = Services.workspace();
        subscription = workspace.listen(this);
        refresh();
        Theme.whenChanged(parent, viewer::refresh);
    }

    private static Label hint(Composite parent) {
        var label = new Label(parent, SWT.CENTER | SWT.WRAP);
        label.setText("\n\nDrop a folder of images or a .npy file\nanywhere on this window.");
        label.setData(Ids.KEY, "stacks.hint");
        return label;
    }

    private TableViewer list(Composite parent) {
        var list = new TableViewer(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        list.getTable().setData(Ids.KEY, "stacks.list");
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new StackLabels());
        ColumnViewerToolTipSupport.enableFor(list);
        list.addSelectionChangedListener(event -> selected(event.getStructuredSelection()));
        list.getTable().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                workspace.active().ifPresent(workspace::close);
            }
        });
        var menu = new MenuManager();
        list.getTable().setMenu(menu.createContextMenu(list.getTable()));
        getSite().registerContextMenu(menu, list);
        getSite().setSelectionProvider(list);
        return list;
    }

    private void selected(IStructuredSelection selection) {
        if (selection.getFirstElement() instanceof StackItem item
                && workspace.items().contains(item)) {
            workspace.activate(item);
        }
    }

    @Override
    public void added(StackItem item) {
        refresh();
    }

    @Override
    public void closed(StackItem item) {
        refresh();
    }

    @Override
    public void activated(Optional<StackItem> item) {
        refresh();
    }

    private void refresh() {
        List<StackItem> items = workspace.items();
        viewer.setInput(items);
        viewer.setSelection(workspace.active().map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
        layout.topControl = items.isEmpty() ? hint : viewer.getTable();
        hint.getParent().layout();
    }

    @Override
    public void setFocus() {
        layout.topControl.setFocus();
    }

    @Override
    public void dispose() {
        subscription.close();
        super.dispose();
    }
}
