package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class DecodedStackTest extends StackContract {

    private final Path folder;

    DecodedStackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected Stack open() throws Exception {
        return Images.open(Images.folder(folder, 10, 20, 30, 40, 50, 60, 70), Images.params("access=decode"));
    }

    @Test
    void takesNoMemoryHoweverLargeTheFolder() throws IOException {
        Images.folder(folder, 10, 20);
        Plan plan = Images.plan(folder, Images.params("access=decode"));
        assertEquals(new Plan.Cost(0, 0, 0, Plan.Access.DECODED), plan.cost());
        Plan loaded = Images.plan(folder, Images.params());
        assertEquals(plan.cost(), loaded.onDemand().orElseThrow().cost());
    }

    @Test
    void aBrokenFrameFailsAloneOrIsFilled() throws IOException {
        Images.truncate(Images.folder(folder, 10, 20, 30).resolve("img_1.png"), 60);
        try (Stack stack = Images.open(folder, Images.params("access=decode"));
                Cursor cursor = stack.cursor()) {
            IOException error = assertThrows(IOException.class, () -> cursor.frame(1));
            assertEquals(
                    "frame 1 of " + folder
                            + ", img_1.png: truncated: the PNG data goes on behind byte 60 (repeat or fill"
                            + " such files to see the rest)",
                    error.getMessage());
            assertEquals(30, cursor.frame(2).sample(0));
        }
        try (Stack stack = Images.open(folder, Images.params("access=decode", "onError=repeat"))) {
            assertEquals(10, Images.sample(stack, 1, 0, 0, 0));
        }
    }

    @Test
    void whatBreaksLaterFailsWhenItIsRead() throws IOException {
        Images.folder(folder, 10, 20, 30);
        Plan plan = Images.plan(folder, Images.params("access=decode"));
        Files.delete(folder.resolve("img_2.png"));
        try (Stack stack = plan.open(Progress.none());
                Cursor cursor = stack.cursor()) {
            assertEquals(20, cursor.frame(1).sample(0));
            assertThrows(IOException.class, () -> cursor.frame(2));
        }
    }
}
