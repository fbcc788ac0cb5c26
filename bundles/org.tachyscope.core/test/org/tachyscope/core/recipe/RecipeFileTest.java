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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

class RecipeFileTest {

    private static final Recipe FULL = new Recipe(
            new Recipe.Source("data/Größe \"1\".bytes", Optional.of("bytes"), Map.of("skip", 4L)),
            List.of(new Recipe.Step("minus", Map.of("number", -0.1)), new Recipe.Step("minus", Map.of())),
            List.of(new Recipe.Output("stack.raw", Optional.of("raw"), Map.of())),
            List.of(
                    new Recipe.Reduce(
                            "total",
                            Map.of("box", Map.of("x", 0L, "flag", true, "name", "NaN")),
                            List.of(
                                    new Recipe.Output("a/b.raw", Optional.empty(), Map.of()),
                                    new Recipe.Output("c.txt", Optional.of("text"), Map.of("separator", "\n")))),
                    new Recipe.Reduce("mean", Map.of("tiny", 4.9e-324, "huge", 1.7976931348623157e308), List.of())),
            Optional.of(new Recipe.Made(
                    new Shape(1L << 40, 384, 512, 3),
                    PixelType.U16,
                    List.of(new Loss(Loss.Kind.SKIPPED, 2, "2 files were broken")))));

    private final Path folder;

    RecipeFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException {
        Path file = folder.resolve("r.json");
        RecipeFile.write(FULL, file);
        assertEquals(FULL, RecipeFile.read(file));
        assertEquals(FULL, RecipeFile.parse(RecipeFile.compact(FULL), "r.json"));
        assertEquals(RecipeFile.format(FULL), RecipeFile.format(RecipeFile.read(file)));
        assertEquals(1, RecipeFile.compact(FULL).lines().count());
    }

    @Test
    void readsWhatAPersonWrites() throws IOException {
        Recipe recipe = RecipeFile.parse("""
            {"tachyscope": 1, "source": {"path": "../in.npy"},
             "reductions": [{"id": "mean", "outputs": [{"file": "m.npy"}]}]}
            """, "r.json");
        assertEquals(
                new Recipe(
                        new Recipe.Source("../in.npy", Optional.empty(), Map.of()),
                        List.of(),
                        List.of(),
                        List.of(new Recipe.Reduce(
                                "mean", Map.of(), List.of(new Recipe.Output("m.npy", Optional.empty(), Map.of())))),
                        Optional.empty()),
                recipe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                   | r.json: ends too early at line 1, column 1",
                "{                                  | r.json: ends too early at line 1, column 2",
                "[]                                 | r.json: must be an object, got a list",
                "7                                  | r.json: must be an object, got 7",
                "{}                                 | r.json: tachyscope: is missing",
                "{\"tachyscope\": 2}                | r.json: tachyscope: this program reads version 1, got 2",
                "{\"tachyscope\": \"1\"}            | r.json: tachyscope: must be a whole number, got \"1\"",
                "{\"tachyscope\": 1, \"tachyscope\": 1} | r.json: tachyscope: is there twice",
                "{\"tachyscope\": 1}                | r.json: source: is missing",
                "{\"tachyscope\": 1} x              | r.json: is no valid JSON at line 1, column 20",
                "{'tachyscope': 1}                  | r.json: is no valid JSON at line 1, column 3",
                "{\"tachyscope\": NaN}              | r.json: is no valid JSON at line 1, column 16",
                "{\"tachyscope\": null}             | r.json: tachyscope: null is not allowed",
                "{\"tachyscope\": 1e999}            | r.json: tachyscope: 1e999 is too large",
                "{\"tachyscope\": 1, \"sauce\": {}} | r.json: sauce: unknown field; known: tachyscope, source,"
                        + " operations, outputs, reductions, made",
            })
    void refusesABadFile(String text, String message) {
        assertEquals(message, refusal(text == null ? "" : text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"source\": 3                        | r.json: source: must be an object, got 3",
                "\"source\": {}                       | r.json: source.path: is missing",
                "\"source\": {\"path\": \"\"}         | r.json: source.path: must be a text, got \"\"",
                "\"source\": {\"path\": \"a\", \"loader\": 1} | r.json: source.loader: must be a text, got 1",
                "\"source\": {\"path\": \"a\", \"parms\": {}} | r.json: source.parms: unknown field; known: path,"
                        + " loader, params",
                "\"source\": {\"path\": \"a\", \"params\": []} | r.json: source.params: must be an object, got a list",
                "\"source\": {\"path\": \"a\"}, \"operations\": {} | r.json: operations: must be a list, got an object",
                "\"source\": {\"path\": \"a\"}, \"operations\": [{}] | r.json: operations[0].id: is missing",
                "\"source\": {\"path\": \"a\"}, \"operations\": [{\"id\": \"x\"}, 5] | r.json: operations[1]: must be"
                        + " an object, got 5",
                "\"source\": {\"path\": \"a\"}, \"reductions\": [{\"id\": \"x\", \"outputs\": [{}]}] | "
                        + "r.json: reductions[0].outputs[0].file: is missing",
                "\"source\": {\"path\": \"a\"}, \"reductions\": [{\"id\": \"x\", \"outputs\": [{\"file\": \"m\"}, "
                        + "{\"file\": \"./m\"}]}] | r.json: reductions[0].outputs[1].file: \"./m\" is written twice",
                "\"source\": {\"path\": \"a\"}, \"made\": {\"shape\": [1, 2, 3]} | r.json: made.shape: must be 4"
                        + " numbers, got 3",
                "\"source\": {\"path\": \"a\"}, \"made\": {\"shape\": [1, 2, 3, 0], \"type\": \"U8\"} | "
                        + "r.json: made.shape: empty shape 1 × 2 × 3 × 0",
                "\"source\": {\"path\": \"a\"}, \"made\": {\"shape\": [1, 2, 3, 1], \"type\": \"u8\"} | "
                        + "r.json: made.type: must be one of [U8, U16, F32], got \"u8\"",
            })
    void refusesABadField(String fields, String message) {
        assertEquals(message, refusal("{\"tachyscope\": 1, " + fields + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../m.npy",
                "a/../../m.npy",
                "/etc/m.npy",
                "a/..",
                "..",
                "..\\\\m.npy",
                "C:\\\\m.npy",
                "//host/m.npy"
            })
    void refusesAnOutputThatLeavesItsFolder(String file) {
        assertEquals(
                "r.json: reductions[0].outputs[0].file: must be a relative path inside the output folder, got \""
                        + file.replace("\\\\", "\\") + "\"",
                refusal(output(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "a/", "./."})
    void refusesAnOutputThatIsNoFile(String file) {
        assertEquals(
                "r.json: reductions[0].outputs[0].file: must name a file, got \"" + file + "\"", refusal(output(file)));
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(100_000);
        assertEquals("r.json: is nested deeper than 32 levels", refusal(deep));
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Path file = Files.writeString(folder.resolve("huge.json"), " ".repeat(4_000_001));
        IOException e = assertThrows(IOException.class, () -> RecipeFile.read(file));
        assertEquals(file + ": is too large for a recipe: 4 MB", e.getMessage());
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("r.json"), new byte[] {'{', (byte) 0xff, '}'});
        IOException e = assertThrows(IOException.class, () -> RecipeFile.read(file));
        assertEquals(file + ": is no UTF-8 text", e.getMessage());
    }

    @Test
    void namesWhatIsNotThere() {
        IOException none = assertThrows(IOException.class, () -> RecipeFile.read(folder.resolve("none.json")));
        assertEquals(folder.resolve("none.json") + " does not exist", none.getMessage());
        IOException dir = assertThrows(IOException.class, () -> RecipeFile.read(folder));
        assertTrue(dir.getMessage().endsWith(": is no file"), dir.getMessage());
    }

    private static String output(String file) {
        return "{\"tachyscope\": 1, \"source\": {\"path\": \"a\"}, "
                + "\"reductions\": [{\"id\": \"x\", \"outputs\": [{\"file\": \"" + file + "\"}]}]}";
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(IOException.class, () -> RecipeFile.parse(text, "r.json"))
                .getMessage());
    }
}
