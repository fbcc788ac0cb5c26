package org.tachyscope.ui.internal;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.TextStyle;
import org.tachyscope.ui.api.StackItem;

/** Draws one open stack: its name, its facts below, and a badge if something was lost on the way. */
final class StackLabels extends StyledCellLabelProvider {

    private static final Styler NAME = new Styler() {
        @Override
        public void applyStyles(TextStyle style) {
            style.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        }
    };

    private static final Styler WARNING = new Styler() {
        @Override
        public void applyStyles(TextStyle style) {
            style.foreground = AMBER;
        }
    };

    /** Legible on white, on dark and on the selection. */
    static final Color AMBER = new Color(196, 122, 0);

    @Override
    public void update(ViewerCell cell) {
        var item = (StackItem) cell.getElement();
        var text = new StyledString(item.name(), NAME).append("\n" + StackText.facts(item), quiet());
        String badge = Losses.badge(item.metadata().losses());
        if (!badge.isEmpty()) {
            text.append("\n⚠ " + badge, WARNING);
        }
        cell.setText(text.getString());
        cell.setStyleRanges(text.getStyleRanges());
        super.update(cell);
    }

    /** Mixes the list's colours, so that facts stay behind names in any theme. */
    private Styler quiet() {
        RGB front = getViewer().getControl().getForeground().getRGB();
        RGB back = getViewer().getControl().getBackground().getRGB();
        Color mixed = new Color(mix(front.red, back.red), mix(front.green, back.green), mix(front.blue, back.blue));
        return new Styler() {
            @Override
            public void applyStyles(TextStyle style) {
                style.foreground = mixed;
            }
        };
    }

    private static int mix(int front, int back) {
        return (4 * front + back) / 5;
    }

    @Override
    public String getToolTipText(Object element) {
        return StackText.details((StackItem) element);
    }
}
