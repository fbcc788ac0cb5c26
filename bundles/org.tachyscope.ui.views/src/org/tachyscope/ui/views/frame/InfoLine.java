package org.tachyscope.ui.views.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.tachyscope.api.data.Loss;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;

/** Says below the frame which stack it belongs to, how large it is shown, and what got lost on the way here. */
final class InfoLine {

    private final Composite line;
    private final Label text;
    private final Label losses;

    InfoLine(Composite parent) {
        line = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 2;
        line.setLayout(layout);
        text = new Label(line, SWT.NONE);
        text.setData(Ids.KEY, "frame.info");
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        losses = new Label(line, SWT.RIGHT);
        losses.setData(Ids.KEY, "frame.losses");
        losses.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    }

    Composite control() {
        return line;
    }

    void show(Optional<StackItem> item, Viewport view) {
        change(text, item.map(each -> describe(each, view)).orElse(""), "");
        List<Loss> lost = item.map(each -> each.metadata().losses()).orElse(List.of());
        change(losses, badge(lost), details(lost));
    }

    private void change(Label label, String words, String tip) {
        if (!label.getText().equals(words)) {
            label.setText(words);
            label.setToolTipText(tip.isEmpty() ? null : tip);
            line.layout();
        }
    }

    static String describe(StackItem item, Viewport view) {
        return item.name() + "  ·  " + item.shape() + " " + item.type() + "  ·  " + percent(view.zoom());
    }

    private static String percent(double zoom) {
        double percent = zoom * 100;
        return percent >= 100 || percent == Math.rint(percent)
                ? Math.round(percent) + " %"
                : String.format(java.util.Locale.ROOT, "%.3g %%", percent);
    }

    /** Says in a few words that something got lost; empty if nothing did. */
    static String badge(List<Loss> losses) {
        return losses.isEmpty()
                ? ""
                : "⚠ " + losses.stream().map(InfoLine::words).distinct().collect(Collectors.joining(", "));
    }

    private static String words(Loss loss) {
        return loss.count()
                + switch (loss.kind()) {
                    case SKIPPED -> " skipped";
                    case FILLED -> " filled";
                    case CONVERTED -> " converted";
                    case BINNED -> " binned";
                    case CROPPED -> " cropped";
                    case PARTIAL -> " missing (stopped early)";
                };
    }

    private static String details(List<Loss> losses) {
        return losses.stream().map(Loss::detail).collect(Collectors.joining("\n"));
    }
}
