package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a process of its own: keys that are posted after a drag get lost on the way. */
@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class DropTest {

    @TempDir
    Path folder;

    @Test
    void droppedFileIsOpened() throws IOException {
        Control window = Hands.find("window");
        try (FileManager files = FileManager.showing(Samples.npy(folder, "dropped.npy"))) {
            Point from = Hands.ask(() -> window.toControl(files.place()));
            Hands.drag(window, from, new Point(600, 500));
            assertEquals(12_000, Desk.opened("dropped.npy").shape().samples());
        }
        Desk.clear();
    }
}
