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
                "result frame 2"
            })
    void textIsReadAsItIsWritten(String text) {
        assertEquals(text, Reference.parse(text).toString());
        assertEquals(
                Reference.parse(text), Reference.parse(Reference.parse(text).toString()));
    }

    @Test
    void spacesAndCaseDoNotMatter() {
        assertEquals(Reference.parse("mean 0..99 step 2"), Reference.parse("  Mean  0 .. 99  STEP 2 "));
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
