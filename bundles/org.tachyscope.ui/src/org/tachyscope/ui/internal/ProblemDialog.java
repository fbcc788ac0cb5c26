package org.tachyscope.ui.internal;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.ui.api.Ids;

/**
 * Tells the user what went wrong, beside the window: work goes on behind it. Problems that come while it is open join it, so
 * that ten broken files don't make ten dialogs.
 */
final class ProblemDialog extends Dialog {

    private static final String OPEN = ProblemDialog.class.getName();
    private static final int LOG_ID = IDialogConstants.CLIENT_ID;

    private final Set<String> sentences = new LinkedHashSet<>();

    private ProblemDialog(Shell parent, String first) {
        super(parent);
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
        sentences.add(first);
    }

    /** Shows one more problem. UI thread. */
    static void show(Display display, String sentence) {
        if (display.getData(OPEN) instanceof ProblemDialog open && open.getShell() != null) {
            open.add(sentence);
            return;
        }
        var dialog = new ProblemDialog(shell(), sentence);
        display.setData(OPEN, dialog);
        dialog.open();
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    private void add(String sentence) {
        if (sentences.add(sentence)) {
            find().ifPresent(text -> text.setText(String.join("\n\n", sentences)));
            getShell().forceActive();
        }
    }

    private Optional<Text> find() {
        return Controls.find(getShell(), "problem.text").map(Text.class::cast);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Something didn't work");
        shell.setData(Ids.KEY, "problem");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(16, 16)
                .spacing(16, 8)
                .applyTo(area);
        var icon = new Label(area, SWT.NONE);
        icon.setImage(parent.getDisplay().getSystemImage(SWT.ICON_ERROR));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
        var text = new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
        text.setText(String.join("\n\n", sentences));
        text.setData(Ids.KEY, "problem.text");
        text.setBackground(area.getBackground());
        GridDataFactory.fillDefaults().grab(true, true).hint(460, 90).applyTo(text);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, LOG_ID, "Show Error Log", false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true)
                .setData(Ids.KEY, "problem.ok");
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == LOG_ID) {
            showLog();
        }
        okPressed();
    }

    private static void showLog() {
        try {
            PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(Layout.LOG_VIEW);
        } catch (PartInitException e) {
            throw new IllegalStateException("can't show the Error Log", e);
        }
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
