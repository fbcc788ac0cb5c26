package org.tachyscope.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Fakes;
import org.tachyscope.core.Noted;

/** Files among the parameters of operations are treated as the source is. */
class OperationFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private final Noted noted = new Noted();
    private final Catalog catalog = Catalog.of(new Fakes.Bytes(), noted, new Fakes.Total(), new Fakes.Raw());

    @BeforeEach
    void makeASource() throws IOException {
        Files.write(folder.resolve("in.bytes"), new byte[] {1, 2, 3, 4});
    }

    private static Recipe recipe(String source, String file, String output) {
        return new Recipe(
                new Recipe.Source(source, Optional.of("bytes"), Map.of()),
                List.of(new Recipe.Step("noted", Map.of("file", file))),
                List.of(),
                List.of(new Recipe.Reduce(
                        "total", Map.of(), List.of(new Recipe.Output(output, Optional.empty(), Map.of())))),
                Optional.empty());
    }

    private Report run(Recipe recipe, Path base, Path out) throws IOException {
        RecipeRunner.Job job = new RecipeRunner.Job(recipe, "r.json", base, out, RecipeRunner.Partial.DROP);
        return new RecipeRunner(catalog, 1).run(job, Progress.none());
    }

    private String refusal(Recipe recipe, Path out) {
        return String.valueOf(
                assertThrows(IOException.class, () -> run(recipe, folder, out)).getMessage());
    }

    @Test
    void mayLieOutsideOfTheRecipesFolder() throws IOException {
        Path recipes = Files.createDirectory(folder.resolve("recipes"));
        Path source = folder.resolve("in.bytes");
        run(recipe("../in.bytes", "../dark.raw", "a.raw"), recipes, recipes);
        run(recipe(source.toString(), folder.resolve("flat.raw").toString(), "b.raw"), recipes, recipes);
        assertEquals(
                List.of(
                        folder.resolve("dark.raw").toString(),
                        folder.resolve("flat.raw").toString()),
                noted.files());
    }

    @Test
    void areNeverOverwritten() throws IOException {
        Files.writeString(folder.resolve("dark.raw"), "precious");
        assertEquals(
                "r.json: reductions[0].outputs[0].file: \"dark.raw\" would overwrite an input of noted",
                refusal(recipe("in.bytes", "dark.raw", "dark.raw"), folder));
        assertEquals("precious", Files.readString(folder.resolve("dark.raw")));
    }

    @Test
    void areNeverOverwrittenThroughALink() throws IOException {
        Files.writeString(folder.resolve("dark.raw"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        assertEquals(
                "r.json: reductions[0].outputs[0].file: \"dark.raw\" would overwrite an input of noted",
                refusal(recipe("in.bytes", link.resolve("dark.raw").toString(), "dark.raw"), folder));
    }

    @Test
    void inAFolderTakeNoResults() throws IOException {
        Path darks = Files.createDirectory(folder.resolve("darks"));
        assertEquals(
                darks + ": is an input of noted itself; results in it would be read as frames next time",
                refusal(recipe("in.bytes", "darks", "a.raw"), darks));
        assertTrue(Files.notExists(darks.resolve("a.raw")));
    }

    @Test
    void thatAreNotThereAreForTheOperationToRefuse() throws IOException {
        Report report = run(recipe("in.bytes", "none.raw", "a.raw"), folder, folder);
        assertEquals(List.of(folder.resolve("a.raw")), report.files());
    }
}
