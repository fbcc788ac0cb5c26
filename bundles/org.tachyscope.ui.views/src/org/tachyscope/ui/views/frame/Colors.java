package org.tachyscope.ui.views.frame;

import org.eclipse.swt.graphics.Color;

/** Turns SWT's colours into {@code 0xRRGGBB} and back. */
final class Colors {

    private Colors() {}

    static int rgb(Color color) {
        return color.getRed() << 16 | color.getGreen() << 8 | color.getBlue();
    }

    static Color of(int rgb) {
        return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
