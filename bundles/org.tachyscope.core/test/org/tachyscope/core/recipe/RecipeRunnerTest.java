package org.tachyscope.core.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Fakes;

class RecipeRunnerTest {

    private final Path folder;
    private final Path out;

    RecipeRunnerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        out = folder.resolve("out");
        Files.write(folder.resolve("in.bytes"), new byte[] {1, 2, 3, 4, 10, 20, 30, 40});
    }

    private Report run(Recipe recipe) throws IOException {
        return new RecipeRunner(Fakes.catalog(), 2).run(job(recipe, "r.json"), Progress.none());
    }

    private RecipeRunner.Job job(Recipe recipe, String name) {
        return new RecipeRunner.Job(recipe, name, folder, out, RecipeRunner.Partial.DROP);
    }

    private static Recipe recipe(List<Recipe.Step> operations, Recipe.Reduce... reductions) {
        return new Recipe(
                new Recipe.Source("in.bytes", Optional.empty(), Map.of()),
                operations,
                List.of(),
                List.of(reductions),
                Optional.empty());
    }

    private static Recipe.Reduce total(Map<String, Object> params, String... files) {
        return new Recipe.Reduce(
                "total",
                params,
                Stream.of(files)
                        .map(file -> new Recipe.Output(file, Optional.empty(), Map.of()))
                        .toList());
    }

    private String refusal(Recipe recipe) {
        return String.valueOf(assertThrows(IOException.class, () -> run(recipe)).getMessage());
    }

    private static float[] floats(Path file) throws IOException {
        float[] values = new float[4];
        ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    @Test
    void foldsTheSourceIntoEveryFile() throws IOException {
        Report report = run(recipe(List.of(), total(Map.of(), "sum.raw", "deep/sum.txt")));
        assertArrayEquals(new float[] {11, 22, 33, 44}, floats(out.resolve("sum.raw")));
        assertEquals("sum;[]", Files.readString(out.resolve("deep/sum.txt")));
        assertEquals(List.of(out.resolve("sum.raw"), out.resolve("deep/sum.txt")), report.files());
        assertEquals(new Shape(2, 2, 2, 1), report.shape());
        assertEquals("bytes", report.loader());
        assertEquals(List.of("four bytes are a frame"), report.notes());
        assertTrue(report.complete());
    }

    /** Writes the samples of a stack as little-endian float32. */
    @Contribution(id = "floats", label = "Floats")
    private static final class Floats implements Exporter<Fakes.None> {
        @Override
        public Fakes.None defaults() {
            return new Fakes.None();
        }

        @Override
        public List<String> extensions() {
            return List.of("floats");
        }

        @Override
        public boolean accepts(Content content) {
            return content instanceof Stack;
        }

        @Override
        public void write(Job<Fakes.None> job, Progress progress) throws IOException {
            Stack stack = (Stack) job.content();
            ByteBuffer bytes =
                    ByteBuffer.allocate((int) (4 * stack.shape().samples())).order(ByteOrder.LITTLE_ENDIAN);
            try (Cursor cursor = stack.cursor()) {
                for (long t = 0; t < stack.shape().frames(); t++) {
                    Frame frame = cursor.frame(t);
                    for (int i = 0; i < frame.samples(); i++) {
                        bytes.putFloat((float) frame.sample(i));
                    }
                }
            }
            Files.write(job.file(), bytes.array());
        }
    }

    private Report runWithFloats(Recipe recipe) throws IOException {
        Catalog catalog =
                Catalog.of(new Fakes.Bytes(), new Fakes.Minus(), new Fakes.Total(), new Fakes.Raw(), new Floats());
        return new RecipeRunner(catalog, 2).run(job(recipe, "r.json"), Progress.none());
    }

    @Test
    void writesTheProcessedStackItself() throws IOException {
        Recipe recipe = new Recipe(
                new Recipe.Source("in.bytes", Optional.empty(), Map.of()),
                List.of(new Recipe.Step("minus", Map.of("number", 1.0))),
                List.of(new Recipe.Output("stack.floats", Optional.empty(), Map.of())),
                List.of(),
                Optional.empty());
        Report report = runWithFloats(recipe);
        assertEquals(List.of(out.resolve("stack.floats")), report.files());
        assertEquals(2 * 4 * 4, Files.size(out.resolve("stack.floats")));
        assertArrayEquals(new float[] {0, 1, 2, 3}, floats(out.resolve("stack.floats")));
        assertTrue(report.complete());
    }

    @Test
    void refusesAFileThatCantHoldAStackBeforeAnythingIsFolded() {
        Recipe recipe = new Recipe(
                new Recipe.Source("in.bytes", Optional.empty(), Map.of()),
                List.of(),
                List.of(new Recipe.Output("stack.raw", Optional.empty(), Map.of())),
                List.of(total(Map.of(), "sum.raw")),
                Optional.empty());
        IOException e = assertThrows(IOException.class, () -> runWithFloats(recipe));
        String said = String.valueOf(e.getMessage());
        assertTrue(said.startsWith("r.json: outputs[0].file: stack.raw: no exporter writes a U8 stack"), said);
        assertTrue(Files.notExists(out.resolve("sum.raw")));
    }

    @Test
    void appliesTheOperationsInTheirOrder() throws IOException {
        Recipe recipe = recipe(
                List.of(new Recipe.Step("minus", Map.of("number", 0.5)), new Recipe.Step("minus", Map.of())),
                total(Map.of(), "sum.raw"));
        Report report = run(recipe);
        assertArrayEquals(new float[] {8, 19, 30, 41}, floats(out.resolve("sum.raw")));
        assertEquals(PixelType.F32, report.type());
    }

    @Test
    void theRecipeOfTheReportSaysWhatItWasMadeFromAndRunsAgain() throws IOException {
        Recipe made = run(recipe(List.of(), total(Map.of(), "sum.raw"))).recipe();
        assertEquals(Optional.of(new Recipe.Made(new Shape(2, 2, 2, 1), PixelType.U8, List.of())), made.made());
        byte[] first = Files.readAllBytes(out.resolve("sum.raw"));
        Files.delete(out.resolve("sum.raw"));
        run(RecipeFile.parse(RecipeFile.format(made), "r.json"));
        assertArrayEquals(first, Files.readAllBytes(out.resolve("sum.raw")));
    }

    /** Cancels as soon as the first frames are folded. */
    private static final class Impatient implements Progress {
        private volatile boolean cancelled;

        @Override
        public void worked(long done, long total) {
            cancelled = true;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    private Report cancelled(RecipeRunner.Partial partial) throws IOException {
        Files.write(folder.resolve("in.bytes"), new byte[4 * 400_000]);
        Recipe recipe = recipe(List.of(new Recipe.Step("minus", Map.of())), total(Map.of(), "sum.raw", "sum.txt"));
        RecipeRunner.Job job = new RecipeRunner.Job(recipe, "", folder, out, partial);
        return new RecipeRunner(Fakes.catalog(), 1).run(job, new Impatient());
    }

    @Test
    void whatACancelledRunFoldedIsWrittenIfAskedForAndMarkedAsPartial() throws IOException {
        Report report = cancelled(RecipeRunner.Partial.KEEP);
        assertFalse(report.complete());
        long frames = report.frames();
        assertTrue(frames > 0 && frames < 400_000, "frames " + frames);
        Loss loss = new Loss(Loss.Kind.PARTIAL, 400_000 - frames, "cancelled after " + frames + " of 400000 frames");
        assertEquals(List.of(loss), report.losses());
        assertEquals(List.of(loss), report.recipe().made().orElseThrow().losses());
        assertEquals("sum;" + List.of(loss), Files.readString(out.resolve("sum.txt")));
        assertEquals(-frames, floats(out.resolve("sum.raw"))[3]);
    }

    @Test
    void otherwiseACancelledRunWritesNothing() throws IOException {
        Report report = cancelled(RecipeRunner.Partial.DROP);
        assertFalse(report.complete());
        assertEquals(List.of(), report.files());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void refusesWhatTheCatalogDoesNotKnowWithItsPath() {
        assertEquals(
                "r.json: operations[0].id: unknown operation \"plus\"; known: minus",
                refusal(recipe(List.of(new Recipe.Step("plus", Map.of())))));
        assertEquals(
                "r.json: operations[0].params.nmber: unknown parameter; known: number",
                refusal(recipe(List.of(new Recipe.Step("minus", Map.of("nmber", 1L))))));
        assertEquals(
                "r.json: reductions[0].id: unknown reduction \"mode\"; known: total",
                refusal(recipe(List.of(), new Recipe.Reduce("mode", Map.of(), List.of()))));
        assertEquals(
                "r.json: reductions[0].params.box.width: must be ≥ 1 px, got 0",
                refusal(recipe(List.of(), total(Map.of("box", Map.of("width", 0L)), "a.raw"))));
        assertEquals(
                "r.json: reductions[0].outputs[0].file: no exporter writes \"a.xyz\"; known: raw, txt",
                refusal(recipe(List.of(), total(Map.of(), "a.xyz"))));
        assertEquals("r.json: reductions: there is nothing to do", refusal(recipe(List.of())));
        assertFalse(Files.exists(out));
    }

    @Test
    void refusesUnknownLoadersExportersAndTheirParameters() {
        Recipe.Reduce nothing = total(Map.of());
        assertEquals(
                "r.json: source.loader: unknown loader \"npy\"; known: bytes",
                refusal(recipe(List.of(), nothing)
                        .withSource(new Recipe.Source("in.bytes", Optional.of("npy"), Map.of()))));
        assertEquals(
                "r.json: source.params.jump: unknown parameter; known: skip",
                refusal(recipe(List.of(), nothing)
                        .withSource(new Recipe.Source("in.bytes", Optional.empty(), Map.of("jump", 1L)))));
        Recipe.Output tiff = new Recipe.Output("a.raw", Optional.of("tiff"), Map.of());
        Recipe.Output text = new Recipe.Output("a.raw", Optional.of("text"), Map.of("separator", 3L));
        assertEquals(
                "r.json: reductions[0].outputs[0].exporter: unknown exporter \"tiff\"; known: raw, text",
                refusal(recipe(List.of(), new Recipe.Reduce("total", Map.of(), List.of(tiff)))));
        assertEquals(
                "r.json: reductions[0].outputs[0].params.separator: must be a text, got 3",
                refusal(recipe(List.of(), new Recipe.Reduce("total", Map.of(), List.of(text)))));
    }

    @Test
    void refusesARoiOutsideOfTheFrameBeforeAnyPixelIsRead() {
        Map<String, Object> box = Map.of("box", Map.of("x", 1L, "width", 2L));
        assertEquals(
                "r.json: reductions[0].params: ROI 1,0 2×1 lies outside the frame of 2 × 2 px",
                refusal(recipe(List.of(), total(box, "a.raw"))));
    }

    @Test
    void aRecipeThatCameFromNoFileNamesTheReductionItself() {
        Recipe recipe = recipe(List.of(), total(Map.of("box", Map.of("x", 2L)), "a.raw"));
        IOException e = assertThrows(
                IOException.class, () -> new RecipeRunner(Fakes.catalog(), 1).run(job(recipe, ""), Progress.none()));
        assertEquals("total: ROI 2,0 1×1 lies outside the frame of 2 × 2 px", e.getMessage());
    }

    @Test
    void refusesAnOutputThatLeavesItsFolderThroughALink() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectory(out);
        Files.createSymbolicLink(out.resolve("link"), elsewhere);
        assertEquals(
                "r.json: reductions[0].outputs[0].file: \"link/new/a.raw\" leaves the output folder through a link",
                refusal(recipe(List.of(), total(Map.of(), "link/new/a.raw"))));
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aLinkInAFilesPlaceIsReplacedAndItsTargetStays() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "keep");
        Files.createDirectory(out);
        Files.createSymbolicLink(out.resolve("a.raw"), precious);
        run(recipe(List.of(), total(Map.of(), "a.raw")));
        assertEquals("keep", Files.readString(precious));
        assertArrayEquals(new float[] {11, 22, 33, 44}, floats(out.resolve("a.raw")));
    }

    @Test
    void neverOverwritesTheSource() throws IOException {
        Path source = Files.move(folder.resolve("in.bytes"), folder.resolve("in.raw"));
        Recipe recipe = recipe(List.of(), total(Map.of(), "in.raw"))
                .withSource(new Recipe.Source("in.raw", Optional.of("bytes"), Map.of()));
        RecipeRunner.Job job = new RecipeRunner.Job(recipe, "", folder, folder, RecipeRunner.Partial.DROP);
        IOException e =
                assertThrows(IOException.class, () -> new RecipeRunner(Fakes.catalog(), 1).run(job, Progress.none()));
        assertEquals("reductions[0].outputs[0].file: \"in.raw\" would overwrite the source", e.getMessage());
        assertEquals(8, Files.size(source));
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsNamedBeforeAnythingIsRead() throws IOException {
        Files.writeString(out, "a file");
        assertEquals(
                out + ": is a file, can't write a.raw into it", refusal(recipe(List.of(), total(Map.of(), "a.raw"))));
    }

    @Test
    void whatCannotBeWrittenDoesNotKeepTheRestFromBeingWritten() throws IOException {
        Files.createDirectories(out);
        Recipe recipe = recipe(List.of(), total(Map.of(), "a.raw", "b.raw"));
        Progress blocksFirst = new Progress() {
            @Override
            public void step(String name) {
                if (name.equals("writing a.raw")) {
                    makeFolder(out.resolve("a.raw"));
                }
            }

            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        IOException e = assertThrows(
                IOException.class, () -> new RecipeRunner(Fakes.catalog(), 1).run(job(recipe, ""), blocksFirst));
        assertEquals(out.resolve("a.raw") + ": is a folder, can't write a file in its place", e.getMessage());
        assertArrayEquals(new float[] {11, 22, 33, 44}, floats(out.resolve("b.raw")));
    }

    private static void makeFolder(Path path) {
        assertTrue(path.toFile().mkdir());
    }
}
