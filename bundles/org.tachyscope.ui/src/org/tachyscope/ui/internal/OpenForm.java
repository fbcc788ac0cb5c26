package org.tachyscope.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.Choices;
import org.tachyscope.ui.api.Ids;

/** Holds the fields in which a person says what is taken of a source, and how. */
final class OpenForm {

    private static final List<Integer> SCALES = List.of(1, 2, 3, 4, 6, 8, 16);
    private static final int INDENT = 8;

    private final Shape shape;
    private final Runnable changed;
    private final List<Access> ways;
    private final Spinner from;
    private final Spinner to;
    private final Spinner every;
    private final Spinner left;
    private final Spinner top;
    private final Spinner width;
    private final Spinner height;
    private final Combo scale;
    private final Combo flip;
    private final Combo rotate;
    private final Button transpose;
    private final Button gray;
    private final Button bytes;
    private final Combo normalise;
    private final Combo access;
    private final Spinner memory;
    private final Button find;
    private boolean filling;

    /**
     * Adds the fields to {@code parent}.
     *
     * @param shape what the source holds
     * @param ways how its frames can be reached
     * @param changed called after each change
     * @param find called when the box of the content is wanted
     */
    OpenForm(Composite parent, Shape shape, List<Access> ways, Runnable changed, Runnable find) {
        this.shape = shape;
        this.changed = changed;
        this.ways = List.copyOf(ways);
        int last = (int) Math.min(Integer.MAX_VALUE, shape.frames() - 1);
        Composite frames = group(parent, "Frames", 6);
        from = number(frames, "From", "open.from", 0, last, 0);
        to = number(frames, "to", "open.to", 0, last, last);
        every = number(frames, "every", "open.every", 1, Math.max(1, last), 1);
        Composite turning = group(parent, "Turn", 5);
        flip = choice(turning, "Flip", "open.flip", List.of("No", "Left ↔ right", "Top ↔ bottom", "Both"));
        rotate = choice(turning, "Rotate", "open.rotate", List.of("0°", "90° ↺", "180°", "270° ↺"));
        transpose = check(turning, "Transpose", "open.transpose");
        Composite pixels = group(parent, "Pixels", 8);
        left = number(pixels, "X", "open.x", 0, shape.width() - 1, 0);
        top = number(pixels, "Y", "open.y", 0, shape.height() - 1, 0);
        width = number(pixels, "W", "open.width", 1, shape.width(), shape.width());
        height = number(pixels, "H", "open.height", 1, shape.height(), shape.height());
        Composite more = row(pixels, 4, 8);
        button(more, "Whole Frame", "open.whole", () -> showCrop(wholeFrame()));
        this.find = button(more, "Find Content", "open.find", find);
        scale = choice(
                more, "Scale", "open.scale", SCALES.stream().map(n -> "1/" + n).toList());
        Composite values = group(parent, "Values", 4);
        gray = check(values, "Gray", "open.gray");
        gray.setEnabled(shape.channels() > 1);
        bytes = check(values, "8 bit", "open.8bit");
        normalise = choice(values, "Normalise", "open.normalise", List.of("No", "Each frame", "Whole stack"));
        Composite reach = group(parent, "Access", 5);
        access = choice(
                reach,
                "Frames",
                "open.access",
                ways.stream().map(OpenText::spoken).toList());
        memory = number(reach, "Memory", "open.memory", 1, 100, MemoryShare.percent());
        new Label(reach, SWT.NONE).setText("% of free");
        for (Control turn : new Control[] {flip, rotate, transpose}) {
            turn.addListener(SWT.Selection, event -> turned());
        }
    }

    /** Returns what is chosen. */
    Choices choices() {
        Box box = crop();
        long end = to.getSelection() == to.getMaximum() ? -1 : to.getSelection();
        return new Choices(
                new Choices.Frames(from.getSelection(), end, every.getSelection()),
                turning(),
                box.equals(wholeFrame()) ? Optional.empty() : Optional.of(box),
                SCALES.get(scale.getSelectionIndex()),
                gray.getSelection(),
                bytes.getSelection(),
                Choices.Normalising.values()[normalise.getSelectionIndex()]);
    }

    private Choices.Turning turning() {
        return new Choices.Turning(
                Choices.Flip.values()[flip.getSelectionIndex()],
                90 * rotate.getSelectionIndex(),
                transpose.getSelection());
    }

    /** Returns how frames are reached. */
    Access access() {
        return ways.get(access.getSelectionIndex());
    }

    /** Returns the share of the free memory in per cent. */
    int percent() {
        return memory.getSelection();
    }

    /** Returns the rectangle of turned frames that is kept, inside the frame whatever the numbers are. */
    Box crop() {
        Box whole = wholeFrame();
        int x = Math.min(left.getSelection(), whole.width() - 1);
        int y = Math.min(top.getSelection(), whole.height() - 1);
        return new Box(
                x,
                y,
                Math.min(width.getSelection(), whole.width() - x),
                Math.min(height.getSelection(), whole.height() - y));
    }

    /** Returns all of a turned frame. */
    Box wholeFrame() {
        boolean swapped = rotate.getSelectionIndex() % 2 == 1 ^ transpose.getSelection();
        return swapped ? new Box(0, 0, shape.height(), shape.width()) : new Box(0, 0, shape.width(), shape.height());
    }

    /** Takes over a rectangle that was drawn or found. */
    void showCrop(Box box) {
        filling = true;
        left.setSelection(box.x());
        top.setSelection(box.y());
        width.setSelection(box.width());
        height.setSelection(box.height());
        filling = false;
        tell();
    }

    /** Says whether the content can be looked for. */
    void canFind(boolean can) {
        find.setEnabled(can);
    }

    private void turned() {
        Box whole = wholeFrame();
        filling = true;
        left.setMaximum(whole.width() - 1);
        width.setMaximum(whole.width());
        top.setMaximum(whole.height() - 1);
        height.setMaximum(whole.height());
        showCrop(whole);
    }

    private void tell() {
        if (!filling) {
            changed.run();
        }
    }

    private static Composite group(Composite parent, String title, int columns) {
        var group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(columns).spacing(INDENT, 6).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    private static Composite row(Composite parent, int columns, int span) {
        var row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(INDENT, 6).applyTo(row);
        GridDataFactory.fillDefaults().span(span, 1).grab(true, false).applyTo(row);
        return row;
    }

    private Spinner number(Composite parent, String label, String id, int least, int most, int initial) {
        new Label(parent, SWT.NONE).setText(label);
        var spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(initial, least, most, 0, 1, 10);
        spinner.setData(Ids.KEY, id);
        spinner.addListener(SWT.Modify, event -> tell());
        return spinner;
    }

    private Combo choice(Composite parent, String label, String id, List<String> items) {
        new Label(parent, SWT.NONE).setText(label);
        var combo = new Combo(parent, SWT.READ_ONLY);
        items.forEach(combo::add);
        combo.select(0);
        combo.setData(Ids.KEY, id);
        combo.addListener(SWT.Selection, event -> tell());
        return combo;
    }

    private Button check(Composite parent, String label, String id) {
        var check = new Button(parent, SWT.CHECK);
        check.setText(label);
        check.setData(Ids.KEY, id);
        check.addListener(SWT.Selection, event -> tell());
        return check;
    }

    private static Button button(Composite parent, String label, String id, Runnable pressed) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.setData(Ids.KEY, id);
        button.addListener(SWT.Selection, event -> pressed.run());
        return button;
    }
}
