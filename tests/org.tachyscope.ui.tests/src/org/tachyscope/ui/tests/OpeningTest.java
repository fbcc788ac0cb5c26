package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.ui.api.StackItem;

@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class OpeningTest {

    @TempDir
    Path folder;

    @AfterEach
    void closeAll() {
        Desk.clear();
    }

    private static void open(Path source) {
        Desk.command("openFile", Map.of("path", source.toString()));
    }

    @Test
    void arrayIsListedShownAndNamedInTheTitle() throws IOException {
        open(Samples.npy(folder, "ramp.npy"));
        StackItem item = Desk.opened("ramp.npy");
        assertEquals(49, Desk.sample(item, 4, 0, 9));
        Hands.until("the stack in the list", () -> Desk.rows().contains("ramp.npy\n5 × 40 × 60  U8 · mapped, 12 KB"));
        Hands.until("the title", () -> title().equals("ramp.npy (5 × 40 × 60 U8) — Tachyscope"));
    }

    @Test
    void folderOfImagesIsOneStack() throws IOException {
        open(Samples.images(folder.resolve("frames")));
        StackItem item = Desk.opened("frames");
        assertEquals("5 × 40 × 60", item.shape().toString());
        assertEquals(39, Desk.sample(item, 3, 20, 9));
    }

    @Test
    void brokenImageIsSkippedAndSaysSo() throws IOException {
        Path images = Samples.images(folder.resolve("frames"));
        Files.writeString(images.resolve("f2.png"), "not an image");
        open(images);
        Hands.until(
                "the stack, or the question before it",
                () -> isOpen("frames") || Desk.button("Open").isPresent());
        Hands.ask(() -> Desk.button("Open")).ifPresent(Desk::press);
        assertEquals(4, Desk.opened("frames").shape().frames());
        Hands.until("the badge", () -> Desk.rows().getFirst().endsWith("⚠ 1 skipped"));
    }

    private static boolean isOpen(String name) {
        return Desk.workspace().items().stream().anyMatch(item -> item.name().equals(name));
    }

    @Test
    void brokenFileIsOneSentenceAndCostsNothing() throws IOException {
        open(Samples.npy(folder, "ramp.npy"));
        StackItem before = Desk.opened("ramp.npy");
        open(Samples.truncated(folder, "cut.npy"));
        Text text = (Text) Hands.find("problem.text");
        String said = Hands.ask(text::getText);
        assertTrue(said.startsWith("Can't open: ") && said.contains("cut.npy") && said.contains("12000"), said);
        assertFalse(said.contains("Exception"), said);
        assertEquals(List.of("ramp.npy"), Desk.names());
        assertEquals(49, Desk.sample(before, 4, 0, 9));
        Desk.press(Hands.find("problem.ok"));
        Hands.until("the closed dialog", () -> Hands.look("problem").isEmpty());
    }

    private static String title() {
        return ((Shell) Hands.look("window").orElseThrow()).getText();
    }
}
