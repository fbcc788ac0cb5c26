package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broken plug-in is installed for all tests here: that they pass is what its being set aside means. */
@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class PluginsTest {

    @Test
    void brokenPluginIsNamedWithItsReason() {
        Link link = (Link) Hands.find("status.plugins");
        Hands.until("the notice", () -> link.getText().contains("org.example.broken was set aside"));
        String reason = Hands.ask(link::getToolTipText);
        assertTrue(reason.contains("broken on purpose"), reason);
    }
}
