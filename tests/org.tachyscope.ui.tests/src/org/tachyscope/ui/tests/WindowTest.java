package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class WindowTest {

    @Test
    void opensOnceWithTheProgramsName() {
        Hands.until("a visible window", () -> window().getShell().isVisible());
        assertEquals(1, Hands.ask(() -> PlatformUI.getWorkbench().getWorkbenchWindowCount()));
        String title = Hands.ask(() -> window().getShell().getText());
        assertTrue(title.contains("Tachyscope"), title);
    }

    private static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }
}
