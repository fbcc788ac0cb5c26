package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Plan.Access;
import org.tachyscope.api.data.Loss;
import org.tachyscope.ui.api.Residence;

class StackTextTest {

    @Test
    void saysWherePixelsAre() {
        assertEquals("5 × 2 × 3  U8 · mapped, 30 B", StackText.facts(Fakes.item("a", Fakes.mapped())));
        assertEquals("5 × 2 × 3  U8 · in memory, 30 B", StackText.facts(Fakes.item("a", Residence.inMemory(30))));
        assertEquals("5 × 2 × 3  U8 · computed when shown", StackText.facts(Fakes.item("a", Residence.computed())));
    }

    @Test
    void titleNamesStackShapeAndType() {
        assertEquals("Tachyscope", Title.of(Optional.empty()));
        assertEquals("a (5 × 2 × 3 U8) — Tachyscope", Title.of(Optional.of(Fakes.item("a", Fakes.mapped()))));
    }

    @Test
    void onlyAFileLosesItsExtension(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("run.2.npy"));
        Path inner = Files.createDirectory(folder.resolve("run.5"));
        assertEquals("run.2", StackText.base(Fakes.item("run.2.npy", from(file))));
        assertEquals("run.5", StackText.base(Fakes.item("run.5", from(inner))));
        assertEquals("run.6", StackText.base(Fakes.item("run.6", Fakes.mapped())));
    }

    @Test
    void badgeCountsWhatWasLost() {
        List<Loss> losses =
                List.of(new Loss(Loss.Kind.SKIPPED, 2, "two"), new Loss(Loss.Kind.CONVERTED, 400, "16 to 8 bit"));
        assertEquals("2 skipped · 400 converted", Losses.badge(losses));
        assertEquals("2 skipped: two\n400 converted: 16 to 8 bit", Losses.details(losses));
        assertEquals("", Losses.badge(List.of()));
    }

    private static Residence from(Path source) {
        return new Residence(Optional.of(source), Access.MAPPED, 0, List.of());
    }
}
