package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.tachyscope.core.WholeFile;

/**
 * Turns the files of a recipe into paths and makes sure that they can be written.
 *
 * @param folder the output folder
 * @param source what is read
 * @param places names fields in messages
 */
record Targets(Path folder, Path source, Places places) {

    /** Checks all files before anything is read. */
    void check(Recipe recipe) throws IOException {
        if (Files.isDirectory(source) && Files.isDirectory(folder) && Files.isSameFile(source, folder)) {
            throw new IOException(folder + ": is the source itself; results in it would be read as frames next time");
        }
        check("", recipe.outputs());
        for (int i = 0; i < recipe.reductions().size(); i++) {
            check("reductions[" + i + "].", recipe.reductions().get(i).outputs());
        }
    }

    private void check(String of, List<Recipe.Output> outputs) throws IOException {
        for (int k = 0; k < outputs.size(); k++) {
            check(outputs.get(k), places.field(of + "outputs[" + k + "].file"));
        }
    }

    Path of(Recipe.Output output) {
        return folder.resolve(output.file()).normalize();
    }

    private void check(Recipe.Output output, String place) throws IOException {
        Path file = of(output);
        WholeFile.check(folder.resolve(String.valueOf(file.getFileName())));
        Path real = folder.toRealPath();
        Path inner = file;
        while (!Files.exists(inner, LinkOption.NOFOLLOW_LINKS) || inner.equals(file)) {
            inner = inner.toAbsolutePath().getParent();
        }
        if (!inner.toRealPath().startsWith(real)) {
            throw new IOException(place + ": \"" + output.file() + "\" leaves the output folder through a link");
        }
        if (Files.exists(file) && Files.isSameFile(file, source)) {
            throw new IOException(place + ": \"" + output.file() + "\" would overwrite the source");
        }
        WholeFile.check(file);
    }
}
