package org.tachyscope.ui.internal;

import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.tachyscope.ui.api.Ids;

/** Asks for parameters in a form that is made from their record. */
final class FormDialog extends TitleAreaDialog {

    private final Purpose purpose;
    private final Record defaults;
    private Optional<ParameterForm> form = Optional.empty();
    private Record value;

    /** Says what the dialog is for: {@code title}, one sentence, and the word on its button. */
    record Purpose(String title, String sentence, String verb) {}

    private FormDialog(Shell parent, Purpose purpose, Record defaults) {
        super(parent);
        this.purpose = purpose;
        this.defaults = defaults;
        this.value = defaults;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Returns the parameters that the user agreed to, or nothing if the user cancelled or there is nothing to ask. */
    static Optional<Record> ask(Shell parent, Purpose purpose, Record defaults) {
        if (defaults.getClass().getRecordComponents().length == 0) {
            return Optional.of(defaults);
        }
        var dialog = new FormDialog(parent, purpose, defaults);
        return dialog.open() == OK ? Optional.of(dialog.value) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(purpose.title());
        shell.setData(Ids.KEY, "form");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var body = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(400, SWT.DEFAULT).applyTo(body);
        GridLayoutFactory.fillDefaults().margins(16, 12).applyTo(body);
        form = Optional.of(new ParameterForm(body, defaults, this::check));
        setTitle(purpose.title());
        setMessage(purpose.sentence());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, purpose.verb(), true).setData(Ids.KEY, "form.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private void check() {
        try {
            value = form.orElseThrow().value();
            setErrorMessage(null);
            getButton(IDialogConstants.OK_ID).setEnabled(true);
        } catch (IllegalArgumentException e) {
            setErrorMessage(e.getMessage());
            getButton(IDialogConstants.OK_ID).setEnabled(false);
        }
    }
}
