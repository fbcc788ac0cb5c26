package org.tachyscope.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.ui.api.Ids;

/** Shows the numbers of a curve or table in a window of their own, and copies them for a spreadsheet. */
final class NumbersWindow extends Dialog {

    private final String title;
    private final List<? extends Column> columns;
    private final Optional<Curve> curve;

    private NumbersWindow(String title, List<? extends Column> columns, Optional<Curve> curve) {
        super(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
        this.title = title;
        this.columns = columns;
        this.curve = curve;
        setShellStyle(SWT.SHELL_TRIM | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Opens a window with a chart and its numbers. UI thread. */
    static void open(String title, Curve curve) {
        new NumbersWindow(title, Numbers.columns(curve), Optional.of(curve)).open();
    }

    /** Opens a window with a table. UI thread. */
    static void open(String title, List<? extends Column> columns) {
        new NumbersWindow(title, columns, Optional.empty()).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
        shell.setData(Ids.KEY, "numbers");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        curve.ifPresent(shown -> GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, 260)
                .applyTo(new Chart(area, shown).control()));
        var table = new Table(area, SWT.VIRTUAL | SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.setData(Ids.KEY, "numbers.table");
        for (Column column : columns) {
            var header = new TableColumn(table, column instanceof Column.Numbers ? SWT.RIGHT : SWT.LEFT);
            header.setText(Numbers.heading(column));
            header.setWidth(140);
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.setItemCount(columns.isEmpty() ? 0 : columns.getFirst().size());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 180).applyTo(table);
        return area;
    }

    private void fill(TableItem item, int row) {
        item.setText(columns.stream().map(column -> Numbers.cell(column, row)).toArray(String[]::new));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CLIENT_ID, "Copy All", false);
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == IDialogConstants.CLOSE_ID) {
            close();
        } else {
            copy();
        }
    }

    private void copy() {
        var clipboard = new Clipboard(getShell().getDisplay());
        clipboard.setContents(new Object[] {Numbers.text(columns)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    protected Point getInitialSize() {
        return new Point(620, curve.isPresent() ? 640 : 480);
    }
}
