package org.tachyscope.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Sources;

class OpenerTest {

    private static final Choices EVERY_FOURTH = Choices.EVERYTHING.withFrames(new Choices.Frames(1, -1, 4));

    private final Films films = new Films();
    private final Catalog catalog = Catalog.of(films, new Films.Frames());

    private Opened open(Choices choices, Access access) throws IOException {
        Sources.Planned planned =
                new Sources(catalog).plan(Sources.Request.of(Path.of("").toAbsolutePath()), Progress.none());
        return new Opener(catalog, 2).open(planned, choices, access, Progress.none());
    }

    private static double first(Stack stack, long index) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            return cursor.frame(index).sample(0);
        }
    }

    @Test
    void decodesOnlyWhatIsTakenAndKeepsItInMemory() throws IOException {
        try (Opened opened = open(EVERY_FOURTH, Access.AUTOMATIC)) {
            Stack stack = opened.stack();
            assertEquals(Set.of(1L, 5L, 9L), films.decoded());
            assertEquals(12, stack.contiguous().orElseThrow().byteSize());
            assertEquals(5, first(stack, 1));
            assertEquals(
                    List.of(new Loss(Loss.Kind.SKIPPED, 7, "some")),
                    stack.metadata().losses());
        }
    }

    @Test
    void loadsEverythingTheLoadersOwnWay() throws IOException {
        try (Opened opened = open(Choices.EVERYTHING, Access.AUTOMATIC)) {
            assertEquals(Set.of(), films.decoded());
            assertEquals(9, first(opened.stack(), 9));
        }
    }

    @Test
    void keepsNothingIfFramesAreDecodedWhenNeeded() throws IOException {
        try (Opened opened = open(EVERY_FOURTH, Access.DECODE)) {
            assertEquals(Set.of(), films.decoded());
            assertFalse(opened.stack().contiguous().isPresent());
            assertEquals(9, first(opened.stack(), 2));
            assertEquals(Set.of(9L), films.decoded());
        }
    }

    @Test
    void refusesToMapWhatMustBeDecoded() {
        IOException refused = assertThrows(
                IOException.class, () -> open(EVERY_FOURTH, Access.MAP).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("can't be mapped"), refused.getMessage());
    }
}
