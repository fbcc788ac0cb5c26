package org.tachyscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.ui.api.StackItem;

/** Opens with options, as a person does with mouse and keys. */
@ExtendWith({RunningWindow.class, ScreenshotOnFailure.class})
class OpenDialogTest {

    @TempDir
    Path folder;

    @AfterEach
    void closeAll() {
        Hands.act(() -> Hands.look("open").ifPresent(Control::dispose));
        Desk.clear();
    }

    private static void ask(Path source) {
        Desk.command("openFileWithOptions", Map.of("path", source.toString()));
        Hands.find("open.ok");
    }

    private static String label(String id) {
        return ((Label) Hands.look(id).orElseThrow()).getText();
    }

    private static int number(String id) {
        return ((Spinner) Hands.look(id).orElseThrow()).getSelection();
    }

    /** Types a number into a field, as it stands all selected. */
    private static void type(String id, int number) {
        Spinner field = (Spinner) Hands.find(id);
        Hands.act(() -> {
            field.setFocus();
            field.setSelection(number);
        });
    }

    private static void accept() {
        Control ok = Hands.find("open.ok");
        Hands.until("a button to press", ok::isEnabled);
        Desk.press(ok);
    }

    @Test
    void takesEveryOtherFrameAndSaysSo() throws IOException {
        ask(Samples.npy(folder, "ramp.npy"));
        type("open.every", 2);
        Hands.until("the cost of 3 frames", () -> label("open.cost").startsWith("3 frames of 60 × 40 px, U8, 7.2 KB"));
        accept();
        StackItem item = Desk.opened("ramp.npy");
        assertEquals(3, item.shape().frames());
        assertEquals(49, Desk.sample(item, 2, 0, 9));
        Hands.until("the badge", () -> Desk.rows().getFirst().endsWith("⚠ 2 skipped"));
    }

    @Test
    void dragsACropOnThePicture() throws IOException {
        ask(Samples.npy(folder, "ramp.npy"));
        Control preview = Hands.find("open.preview");
        Point size = Hands.ask(preview::getSize);
        Hands.until("a picture", () -> Boolean.TRUE.equals(preview.getData("org.tachyscope.shown")));
        Hands.drag(preview, new Point(size.x / 2, size.y / 2), new Point(size.x * 3 / 4, size.y * 5 / 8));
        Hands.until("a crop", () -> number("open.x") == 30 && number("open.y") == 20);
        int width = Hands.ask(() -> number("open.width"));
        assertTrue(width > 12 && width < 20, width + " columns");
        Hands.type(SWT.ARROW_LEFT);
        Hands.until("a crop one pixel to the left", () -> number("open.x") == 29);
        accept();
        StackItem item = Desk.opened("ramp.npy");
        assertEquals(width, item.shape().width());
        assertEquals(29, Desk.sample(item, 0, 0, 0));
        Hands.until("the badge", () -> Desk.rows().getFirst().endsWith("⚠ 5 cropped"));
    }

    @Test
    void theSameOnFullDataIsOneCommand() throws IOException {
        ask(Samples.npy(folder, "ramp.npy"));
        assertFalse(Hands.ask(OpenDialogTest::fullDataIsPossible));
        type("open.every", 4);
        Hands.until("the cost of 2 frames", () -> label("open.cost").startsWith("2 frames"));
        accept();
        Desk.opened("ramp.npy");
        Desk.command("reduce", Map.of("reductions", "max"));
        StackItem thinned = Desk.opened("ramp max");
        assertEquals(40, Desk.sample(thinned, 0, 0, 0));
        assertTrue(Hands.ask(OpenDialogTest::fullDataIsPossible));
        Desk.command("reduce", Map.of("reductions", "mean"));
        Hands.act(() -> Desk.workspace().activate(thinned));
        Desk.command("fullData", Map.of());
        StackItem full = Desk.opened("ramp max (full)");
        assertEquals(40, Desk.sample(full, 0, 0, 0));
        assertTrue(full.metadata().losses().isEmpty(), "nothing is lost");
        assertFalse(Hands.ask(OpenDialogTest::fullDataIsPossible));
    }

    private static boolean fullDataIsPossible() {
        Command command =
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.tachyscope.ui.fullData");
        return command.isEnabled();
    }

    @Test
    void escapeOpensNothing() throws IOException {
        ask(Samples.npy(folder, "ramp.npy"));
        Hands.act(() -> Hands.look("open.preview").orElseThrow().setFocus());
        Hands.chord(SWT.NONE, SWT.ESC);
        Hands.until("a closed dialog", () -> Hands.look("open").isEmpty());
        assertEquals(List.of(), Desk.names());
    }

    @Test
    void lossesAreNamedBeforeAnythingIsOpened() throws IOException {
        Path images = Samples.images(folder.resolve("frames"));
        Files.writeString(images.resolve("f2.png"), "not an image");
        Desk.command("openFile", Map.of("path", images.toString()));
        Text details = (Text) Hands.find("open.losses");
        Hands.until("the loss", () -> details.getText().startsWith("⚠ 1 skipped: "));
        accept();
        assertEquals(4, Desk.opened("frames").shape().frames());
    }

    @Test
    void findsTheContentOfTurnedFrames() throws IOException {
        Path images = Samples.spot(folder.resolve("spots"));
        ask(images);
        Hands.act(() -> {
            var rotate =
                    (org.eclipse.swt.widgets.Combo) Hands.look("open.rotate").orElseThrow();
            rotate.select(1);
            rotate.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        });
        Desk.press(Hands.find("open.find"));
        // columns 10 … 14 and rows 5 … 7 of 60 × 40, turned anticlockwise: column 5, row 60 − 15
        Hands.until(
                "the box of the spot",
                () -> number("open.x") == 5
                        && number("open.y") == 45
                        && number("open.width") == 3
                        && number("open.height") == 5);
    }
}
