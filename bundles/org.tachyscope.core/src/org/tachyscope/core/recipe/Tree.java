package org.tachyscope.core.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Shape;

/** Turns a recipe into what JSON can hold. */
final class Tree {

    private Tree() {}

    static Map<String, Object> of(Recipe recipe) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tachyscope", Recipe.VERSION);
        Map<String, Object> source = object("path", recipe.source().path());
        recipe.source().loader().ifPresent(id -> source.put("loader", id));
        source.put("params", recipe.source().params());
        tree.put("source", source);
        tree.put("operations", recipe.operations().stream().map(Tree::tree).toList());
        if (!recipe.outputs().isEmpty()) {
            tree.put("outputs", recipe.outputs().stream().map(Tree::tree).toList());
        }
        tree.put("reductions", recipe.reductions().stream().map(Tree::tree).toList());
        recipe.made().ifPresent(made -> tree.put("made", tree(made)));
        return tree;
    }

    private static Map<String, Object> tree(Recipe.Step step) {
        Map<String, Object> tree = object("id", step.id());
        tree.put("params", step.params());
        if (step.thins()) {
            tree.put("thins", true);
        }
        return tree;
    }

    private static Map<String, Object> tree(Recipe.Reduce reduce) {
        Map<String, Object> tree = object("id", reduce.id());
        tree.put("params", reduce.params());
        tree.put("outputs", reduce.outputs().stream().map(Tree::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Recipe.Output output) {
        Map<String, Object> tree = object("file", output.file());
        output.exporter().ifPresent(id -> tree.put("exporter", id));
        tree.put("params", output.params());
        return tree;
    }

    private static Map<String, Object> tree(Recipe.Made made) {
        Shape shape = made.shape();
        Map<String, Object> tree =
                object("shape", List.of(shape.frames(), shape.height(), shape.width(), shape.channels()));
        tree.put("type", made.type().name());
        tree.put("losses", made.losses().stream().map(Tree::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Loss loss) {
        Map<String, Object> tree = object("kind", loss.kind().name());
        tree.put("count", loss.count());
        tree.put("detail", loss.detail());
        return tree;
    }

    private static Map<String, Object> object(String name, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(name, value);
        return object;
    }
}
