package org.tachyscope.core.recipe;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/** Turns JSON into a recipe and refuses what doesn't belong there. */
final class Reading {

    private Reading() {}

    static Recipe recipe(Node node) throws IOException {
        node.object("tachyscope", "source", "operations", "outputs", "reductions", "made");
        long version = node.get("tachyscope").whole();
        if (version != Recipe.VERSION) {
            throw new IOException("tachyscope: this program reads version " + Recipe.VERSION + ", got " + version);
        }
        List<Recipe.Step> operations = new ArrayList<>();
        for (Node item : node.items("operations")) {
            item.object("id", "params", "thins");
            Optional<Node> thins = item.find("thins");
            operations.add(new Recipe.Step(
                    item.get("id").text(),
                    item.params("params"),
                    thins.isPresent() && thins.get().truth()));
        }
        List<Recipe.Reduce> reductions = new ArrayList<>();
        Set<Path> files = new HashSet<>();
        List<Recipe.Output> outputs = outputs(node, files);
        for (Node item : node.items("reductions")) {
            reductions.add(reduce(item, files));
        }
        Optional<Node> made = node.find("made");
        return new Recipe(
                source(node.get("source")),
                operations,
                outputs,
                reductions,
                made.isPresent() ? Optional.of(made(made.get())) : Optional.empty());
    }

    private static Recipe.Source source(Node node) throws IOException {
        node.object("path", "loader", "params");
        String path = node.get("path").text();
        asPath(node.get("path"), path);
        return new Recipe.Source(path, node.findText("loader"), node.params("params"));
    }

    private static Recipe.Reduce reduce(Node node, Set<Path> files) throws IOException {
        node.object("id", "params", "outputs");
        return new Recipe.Reduce(node.get("id").text(), node.params("params"), outputs(node, files));
    }

    private static List<Recipe.Output> outputs(Node node, Set<Path> files) throws IOException {
        List<Recipe.Output> outputs = new ArrayList<>();
        for (Node item : node.items("outputs")) {
            item.object("file", "exporter", "params");
            Node file = item.get("file");
            if (!files.add(relative(file))) {
                throw new IOException(file.path() + ": \"" + file.text() + "\" is written twice");
            }
            outputs.add(new Recipe.Output(file.text(), item.findText("exporter"), item.params("params")));
        }
        return outputs;
    }

    /** Refuses a file that would lie outside of the output folder. */
    private static Path relative(Node node) throws IOException {
        String text = node.text();
        Path path = asPath(node, text);
        boolean up = false;
        for (Path part : path) {
            up |= part.toString().equals("..");
        }
        if (up || path.getRoot() != null || text.startsWith("/") || text.indexOf('\\') >= 0) {
            throw new IOException(
                    node.path() + ": must be a relative path inside the output folder, got \"" + text + "\"");
        }
        Path normal = path.normalize();
        if (normal.toString().isEmpty() || text.endsWith("/")) {
            throw new IOException(node.path() + ": must name a file, got \"" + text + "\"");
        }
        return normal;
    }

    private static Path asPath(Node node, String text) throws IOException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IOException(node.path() + ": is no path: " + e.getReason(), e);
        }
    }

    private static Recipe.Made made(Node node) throws IOException {
        node.object("shape", "type", "losses");
        List<Node> axes = node.items("shape");
        if (axes.size() != 4) {
            throw new IOException(node.path() + ".shape: must be 4 numbers, got " + axes.size());
        }
        List<Loss> losses = new ArrayList<>();
        for (Node item : node.items("losses")) {
            item.object("kind", "count", "detail");
            losses.add(new Loss(
                    constant(item.get("kind"), Loss.Kind.class),
                    item.get("count").whole(),
                    item.get("detail").text()));
        }
        return new Recipe.Made(shape(node, axes), constant(node.get("type"), PixelType.class), losses);
    }

    private static Shape shape(Node node, List<Node> axes) throws IOException {
        long[] extents = new long[4];
        for (int i = 0; i < 4; i++) {
            extents[i] = axes.get(i).whole();
        }
        try {
            return new Shape(
                    extents[0], Math.toIntExact(extents[1]), Math.toIntExact(extents[2]), Math.toIntExact(extents[3]));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(node.path() + ".shape: " + e.getMessage(), e);
        }
    }

    private static <E extends Enum<E>> E constant(Node node, Class<E> type) throws IOException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(node.text())) {
                return constant;
            }
        }
        throw new IOException(
                node.path() + ": must be one of " + List.of(type.getEnumConstants()) + ", got \"" + node.text() + "\"");
    }
}
