package org.tachyscope.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.tachyscope.core.Field;
import org.tachyscope.core.Parameters;
import org.tachyscope.ui.api.Ids;

/**
 * Makes a form from a record of parameters: a check box, a list or a text field for each, with its unit, range and help.
 * What was typed is checked by the same rules as a recipe or a command line.
 */
final class ParameterForm {

    private final Record defaults;
    private final Runnable changed;
    private final List<Supplier<String>> assignments = new ArrayList<>();

    /**
     * Adds the fields to {@code parent}.
     *
     * @param changed called after each change
     */
    ParameterForm(Composite parent, Record defaults, Runnable changed) {
        this.defaults = defaults;
        this.changed = changed;
        String section = "";
        Composite target = grid(new Composite(parent, SWT.NONE));
        Composite root = target;
        for (Field field : Parameters.fields(defaults)) {
            if (!field.section().equals(section)) {
                section = field.section();
                target = section.isEmpty() ? root : group(root, section);
            }
            add(target, field);
        }
    }

    /**
     * Returns the parameters as they stand in the form.
     *
     * @throws IllegalArgumentException in one sentence that names the field, if a value isn't allowed
     */
    Record value() {
        return Parameters.fromText(
                defaults, assignments.stream().map(Supplier::get).toList(), "");
    }

    private static Composite grid(Composite composite) {
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(composite);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
        return composite;
    }

    private static Composite group(Composite parent, String title) {
        var group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 6).applyTo(group);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(group);
        return group;
    }

    private void add(Composite parent, Field field) {
        if (field.type() == boolean.class && !field.many()) {
            addCheck(parent, field);
            return;
        }
        new Label(parent, SWT.NONE).setText(field.label());
        Control input = field.choices().isEmpty() ? addText(parent, field) : addChoice(parent, field);
        input.setData(Ids.KEY, "form." + field.path());
        input.setToolTipText(hint(field));
        GridDataFactory.fillDefaults().grab(true, false).hint(140, SWT.DEFAULT).applyTo(input);
        new Label(parent, SWT.NONE).setText(field.unit());
    }

    private void addCheck(Composite parent, Field field) {
        var check = new Button(parent, SWT.CHECK);
        check.setText(field.label());
        check.setSelection(Boolean.TRUE.equals(field.initial()));
        check.setToolTipText(field.help());
        check.setData(Ids.KEY, "form." + field.path());
        check.addListener(SWT.Selection, event -> changed.run());
        GridDataFactory.fillDefaults().span(3, 1).applyTo(check);
        assignments.add(() -> field.path() + "=" + check.getSelection());
    }

    private Control addChoice(Composite parent, Field field) {
        var combo = new Combo(parent, SWT.READ_ONLY);
        List<String> choices = field.choices();
        choices.forEach(choice -> combo.add(spoken(choice)));
        combo.select(choices.indexOf(String.valueOf(field.initial())));
        combo.addListener(SWT.Selection, event -> changed.run());
        assignments.add(() -> field.path() + "=" + choices.get(combo.getSelectionIndex()));
        return combo;
    }

    /** Returns such as {@code Stop at once} for {@code STOP_AT_ONCE}. */
    static String spoken(String constant) {
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Control addText(Composite parent, Field field) {
        var text = new Text(parent, SWT.BORDER);
        text.setText(field.text());
        text.addListener(SWT.Modify, event -> changed.run());
        assignments.add(() -> field.path() + "=" + text.getText().strip());
        return text;
    }

    private static String hint(Field field) {
        return (field.help() + "\n" + field.constraint()).strip();
    }
}
