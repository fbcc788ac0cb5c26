package org.tachyscope.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.tachyscope.api.Reduction;
import org.tachyscope.core.Contributed;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;

/** Lets the user pick several reductions, which then cost one pass over the data. */
final class ReduceDialog extends TitleAreaDialog {

    private static final int FORMS_WIDTH = 460;
    private static final int FORMS_HEIGHT = 230;

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

    /** Shows a column of boxes to tick for each group, and below them the parameters of what is ticked. */
    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var groups = groups();
        var columns = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(groups.size())
                .margins(16, 12)
                .spacing(24, 4)
                .applyTo(columns);
        var scroll = new ScrolledComposite(area, SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(FORMS_WIDTH, FORMS_HEIGHT)
                .applyTo(scroll);
        var forms = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 8).spacing(8, 8).applyTo(forms);
        scroll.setContent(forms);
        scroll.setExpandHorizontal(true);
        groups.forEach((name, members) -> column(columns, name, members, forms));
        setTitle("Reduce " + item.name());
        setMessage("All picked reductions together read the " + item.shape().frames() + " frames once.");
        return area;
    }

    /** Returns the reductions by group, statistics first. */
    private Map<String, List<Contributed<Reduction<?>>>> groups() {
        Map<String, List<Contributed<Reduction<?>>>> groups =
                new TreeMap<>(Comparator.comparing((String name) -> !name.equals("Statistics"))
                        .thenComparing(name -> name));
        for (Contributed<Reduction<?>> reduction : reductions) {
            groups.computeIfAbsent(reduction.group(), _ -> new ArrayList<>()).add(reduction);
        }
        return groups;
    }

    private void column(Composite columns, String name, List<Contributed<Reduction<?>>> members, Composite forms) {
        var column = new Composite(columns, SWT.NONE);
        GridDataFactory.fillDefaults().applyTo(column);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
        var title = new Label(column, SWT.NONE);
        title.setText(name);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        members.forEach(reduction -> rows.add(row(column, reduction, forms)));
    }

    private Row row(Composite column, Contributed<Reduction<?>> reduction, Composite forms) {
        var check = new Button(column, SWT.CHECK);
        check.setText(reduction.label());
        check.setData(Ids.KEY, "reduce." + reduction.id());
        var section = new Composite(forms, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(section);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(section);
        section.setVisible(false);
        new Label(section, SWT.NONE).setText(reduction.label());
        var defaults = Prefill.of(reduction.service().defaults(), item.shape());
        var form = new ParameterForm(section, defaults, this::check);
        boolean empty = defaults.getClass().getRecordComponents().length == 0;
        check.addListener(SWT.Selection, event -> {
            show(section, check.getSelection() && !empty);
            check();
        });
        return new Row(reduction, check, form);
    }

    private static void show(Composite section, boolean visible) {
        section.setVisible(visible);
        ((GridData) section.getLayoutData()).exclude = !visible;
        var forms = section.getParent();
        forms.setSize(forms.computeSize(forms.getParent().getClientArea().width, SWT.DEFAULT));
        forms.layout(true, true);
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
