package org.tachyscope.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.tachyscope.api.Reduction;
import org.tachyscope.core.Contributed;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;

/** Lets the user pick several reductions, which then cost one pass over the data. */
final class ReduceDialog extends TitleAreaDialog {

    private record Row(Contributed<Reduction<?>> reduction, Button check, ParameterForm form) {}

    private final StackItem item;
    private final List<Contributed<Reduction<?>>> reductions;
    private final List<Row> rows = new ArrayList<>();
    private List<Reducing.Choice> choices = List.of();

    ReduceDialog(Shell parent, StackItem item, List<Contributed<Reduction<?>>> reductions) {
        super(parent);
        this.item = item;
        this.reductions = reductions;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Returns what the user picked. */
    List<Reducing.Choice> choices() {
        return choices;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Reduce");
        shell.setData(Ids.KEY, "reduce");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var body = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(420, SWT.DEFAULT).applyTo(body);
        GridLayoutFactory.fillDefaults().margins(16, 12).spacing(8, 4).applyTo(body);
        reductions.forEach(reduction -> rows.add(row(body, reduction)));
        setTitle("Reduce " + item.name());
        setMessage("All picked reductions together read the " + item.shape().frames() + " frames once.");
        return area;
    }

    private Row row(Composite body, Contributed<Reduction<?>> reduction) {
        var check = new Button(body, SWT.CHECK);
        check.setText(reduction.label());
        check.setData(Ids.KEY, "reduce." + reduction.id());
        check.addListener(SWT.Selection, event -> check());
        var indented = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(indented);
        GridDataFactory.fillDefaults().grab(true, false).indent(24, 0).applyTo(indented);
        var form = new ParameterForm(indented, Prefill.of(reduction.service().defaults(), item.shape()), this::check);
        check.addListener(SWT.Selection, event -> setEnabled(indented, check.getSelection()));
        setEnabled(indented, false);
        return new Row(reduction, check, form);
    }

    private static void setEnabled(Composite parent, boolean enabled) {
        for (Control child : parent.getChildren()) {
            child.setEnabled(enabled);
            if (child instanceof Composite inner) {
                setEnabled(inner, enabled);
            }
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Reduce", true).setData(Ids.KEY, "reduce.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private void check() {
        try {
            choices = rows.stream()
                    .filter(row -> row.check().getSelection())
                    .map(row -> new Reducing.Choice(row.reduction(), row.form().value()))
                    .toList();
            setErrorMessage(null);
            getButton(IDialogConstants.OK_ID).setEnabled(!choices.isEmpty());
        } catch (IllegalArgumentException e) {
            setErrorMessage(e.getMessage());
            getButton(IDialogConstants.OK_ID).setEnabled(false);
        }
    }
}
