package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class ThemeTest {

    private final Control hint = Hands.find("stacks.hint");

    @AfterEach
    void beLight() {
        if (Hands.ask(() -> brightness(hint.getBackground()) < 128)) {
            toggle();
        }
    }

    private static void toggle() {
        Hands.chord(SWT.CTRL | SWT.SHIFT, 'd');
    }

    @Test
    void turnsDarkAndLightAgainWithoutARestart() {
        assertTrue(Hands.ask(() -> legible() && brightness(hint.getBackground()) > 128), "light at first");
        for (boolean dark : new boolean[] {true, false}) {
            toggle();
            Hands.until(
                    dark ? "light text on dark" : "dark text on light",
                    () -> legible() && brightness(hint.getBackground()) < 128 == dark);
        }
    }

    private boolean legible() {
        return Math.abs(brightness(hint.getForeground()) - brightness(hint.getBackground())) > 90;
    }

    private static int brightness(Color color) {
        return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
    }
}
