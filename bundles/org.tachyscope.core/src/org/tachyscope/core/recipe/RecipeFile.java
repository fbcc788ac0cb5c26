package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tachyscope.core.Size;
import org.tachyscope.core.WholeFile;

/** Reads recipes strictly and writes them, as JSON in UTF-8. */
public final class RecipeFile {

    private static final long LARGEST = 4_000_000;

    private RecipeFile() {}

    /**
     * Reads a recipe. What its ids and parameters mean is for {@link RecipeCheck} to find out.
     *
     * @throws IOException in one sentence that begins with the file's name and the path of the bad field
     */
    public static Recipe read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + (Files.exists(file) ? ": is no file" : " does not exist"));
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + ": is too large for a recipe: " + Size.text(Files.size(file)));
        }
        try {
            return parse(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": is no UTF-8 text", e);
        }
    }

    /**
     * Understands a recipe.
     *
     * @param name put in front of every complaint
     * @throws IOException in one sentence with the path of the bad field
     */
    public static Recipe parse(String text, String name) throws IOException {
        try {
            return Reading.recipe(new Node("", Json.parse(text)));
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /** Returns the JSON text of a recipe, which {@link #parse} turns into an equal one. */
    public static String format(Recipe recipe) {
        return Json.format(Tree.of(recipe), "  ") + "\n";
    }

    /** Returns the JSON text of a recipe in one line, to be kept in a file's header. */
    public static String compact(Recipe recipe) {
        return Json.format(Tree.of(recipe), "");
    }

    /**
     * Writes a recipe completely or not at all.
     *
     * @throws IOException in one sentence that names the file or folder and the reason
     */
    public static void write(Recipe recipe, Path file) throws IOException {
        String text = format(recipe);
        WholeFile.write(file, text.length(), part -> Files.writeString(part, text));
    }
}
