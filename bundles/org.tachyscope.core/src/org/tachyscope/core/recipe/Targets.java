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
 * @param inputs what is read
 * @param places names fields in messages
 */
record Targets(Path folder, List<Input> inputs, Places places) {

    /**
     * Names a file or folder that is read, and so not written to.
     *
     * @param what it is to a person: {@code the source}
     * @param path where it is; may not be there
     */
    record Input(String what, Path path) {

        boolean is(Path file) throws IOException {
            return Files.exists(path) && Files.exists(file) && Files.isSameFile(path, file);
        }
    }

    /** Checks all files before anything is read. */
    void check(Recipe recipe) throws IOException {
        for (Input input : inputs) {
            if (Files.isDirectory(folder) && input.is(folder)) {
                throw new IOException(
                        folder + ": is " + input.what() + " itself; results in it would be read as frames next time");
            }
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
        for (Input input : inputs) {
            if (input.is(file)) {
                throw new IOException(place + ": \"" + output.file() + "\" would overwrite " + input.what());
            }
        }
        WholeFile.check(file);
    }
}
