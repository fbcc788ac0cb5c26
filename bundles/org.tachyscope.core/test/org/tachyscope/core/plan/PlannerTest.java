package org.tachyscope.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Fakes;
import org.tachyscope.core.Noted;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.recipe.RecipeRunner;

class PlannerTest {

    private final Path folder;

    PlannerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.write(folder.resolve("in.bytes"), new byte[] {1, 2, 3, 4, 10, 20, 30, 40});
    }

    private Explanation explanation(Catalog catalog, List<Recipe.Step> operations, Recipe.Reduce... reductions)
            throws IOException {
        Recipe recipe = new Recipe(
                new Recipe.Source("in.bytes", Optional.empty(), Map.of()),
                operations,
                List.of(),
                List.of(reductions),
                Optional.empty());
        RecipeRunner.Job job = new RecipeRunner.Job(recipe, "r.json", folder, folder, RecipeRunner.Partial.DROP);
        return new Planner(catalog, 2, Optional.empty())
                .explain(job, new RecipeRunner(catalog, 2).plan(job, Progress.none()));
    }

    @Test
    void findsFilesFromTheFolderOfTheRecipe() throws IOException {
        Noted noted = new Noted();
        explanation(
                Catalog.of(new Fakes.Bytes(), noted), List.of(new Recipe.Step("noted", Map.of("file", "../dark.npy"))));
        assertEquals(List.of(folder.resolveSibling("dark.npy").toString()), noted.files());
    }

    @Test
    void namesTheStepThatRefusesTheStack() {
        Map<String, Object> outside = Map.of("box", Map.of("x", 1L, "y", 0L, "width", 2L, "height", 1L));
        Recipe.Reduce total = new Recipe.Reduce("total", outside, List.of());
        assertEquals(
                "r.json: reductions[0].params: ROI 1,0 2×1 lies outside the frame of 2 × 2 px",
                assertThrows(IOException.class, () -> explanation(Fakes.catalog(), List.of(), total))
                        .getMessage());
    }
}
