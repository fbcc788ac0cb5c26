package org.tachyscope.ops.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constant 12",
                "constant -0.5",
                "constant NaN",
                "frame 3",
                "mean",
                "mean 0..99",
                "std 0..99 step 2",
                "min 10..",
                "max 7",
                "file dark.npy",
                "file \"my dark frames.npy\" mean",
                "file a/b.npy mean 0..9 step 3",
                "file flat.npy frame 3",
                "result mean 0..9",
                "result frame 2",
                "window mean 50",
                "window sum 2 lag 3",
                "window median 5 centred",
                "window std 9 leading mirrored",
                "window min 9 lag 1 mirrored",
                "result window max 9 leading",
                "file \"a window mean 5\" mean 0..9"
            })
    void textIsReadAsItIsWritten(String text) {
        assertEquals(text, Reference.parse(text).toString());
        assertEquals(
                Reference.parse(text), Reference.parse(Reference.parse(text).toString()));
    }

    @Test
    void spacesAndCaseDoNotMatter() {
        assertEquals(Reference.parse("mean 0..99 step 2"), Reference.parse("  Mean  0 .. 99  STEP 2 "));
        assertEquals(Reference.parse("window mean 50"), Reference.parse(" WINDOW  mean 50 lag 0 Trailing shrunk"));
        assertEquals(new Reference.File("My Dark.npy", Optional.empty()), Reference.parse("file My Dark.npy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12", "constant", "constant x", "mean 0-99", "average 0..9", "frame -1", "result 7", "file"})
    void anythingElseIsRefusedInOneSentence(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Reference.parse(text))
                .getMessage();
        assertEquals(1, message.lines().count());
    }

    @Test
    void badWindowsAreRefusedWithWhatCanBeWritten() {
        for (String text : new String[] {"mode 5", "mean", "mean x", "mean 5 mirrored centred", "mean 0..9"}) {
            assertRefused(
                    "\"window " + text
                            + "\" is no window; write window mean 50 (or sum, min, max, std, median) and then,"
                            + " if need be, lag 5, trailing, centred or leading, shrunk or mirrored, in this order",
                    "window " + text);
        }
        assertRefused(
                "a reference needs a window for each frame, so \"window mean 5 dropped\" can't drop those at the ends;"
                        + " write shrunk or mirrored",
                "window mean 5 dropped");
        assertRefused(
                "\"file dark.npy window mean 5\" has a window of a file, but windows are those of the stack itself; write"
                        + " window mean 50 or file dark.npy mean",
                "file dark.npy window mean 5");
        assertRefused(
                "\"12\" is no reference; write constant 12, frame 3, mean 0..99, window mean 50, file dark.npy or file"
                        + " dark.npy mean",
                "12");
    }

    private static void assertRefused(String message, String text) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Reference.parse(text))
                        .getMessage());
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertEquals(
                "frames 9..3 are none",
                assertThrows(IllegalArgumentException.class, () -> Reference.parse("mean 9..3"))
                        .getMessage());
    }

    @Test
    void onlyFilesAreResolved() {
        assertEquals(
                "file /data/dark.npy mean",
                Reference.parse("file dark.npy mean")
                        .withFiles(name -> "/data/" + name)
                        .toString());
        assertEquals(
                "mean 0..9",
                Reference.parse("mean 0..9").withFiles(name -> "/data/" + name).toString());
    }
}
