package org.tachyscope.ui.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.ui.api.Hold;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;

/** Remembers by which recipe open stacks were made, as far as one can say it. UI thread. */
final class Histories {

    private static final String KEY = Histories.class.getName();

    private final Map<StackItem, Recipe> recipes = new WeakHashMap<>();

    private Histories() {}

    /** Adds a stack to the open ones, and remembers how it was made. */
    static StackItem add(String name, Stack stack, Residence residence, List<Hold> inputs, Optional<Recipe> recipe) {
        Histories histories = ofWindow();
        StackItem[] added = new StackItem[1];
        var workspace = Services.workspace();
        var subscription = workspace.listen(new org.tachyscope.ui.api.Workspace.Listener() {
            @Override
            public void added(StackItem item) {
                recipe.ifPresent(known -> histories.recipes.put(item, known));
            }
        });
        try {
            added[0] = workspace.add(name, stack, residence, inputs);
        } finally {
            subscription.close();
        }
        return added[0];
    }

    /** Returns the recipe of a stack, if it is known. */
    static Optional<Recipe> of(StackItem item) {
        return Optional.ofNullable(ofWindow().recipes.get(item));
    }

    /** Tells whether a stack was made of less than all of its source. */
    static boolean thinned(StackItem item) {
        return of(item).stream().flatMap(recipe -> recipe.operations().stream()).anyMatch(Recipe.Step::thins);
    }

    /** Returns the recipe of what an operation makes of {@code item}; nothing behind a reduction. */
    static Optional<Recipe> applied(StackItem item, String operation, Record params) {
        Recipe.Step step = new Recipe.Step(operation, Parameters.toMap(params));
        return of(item).filter(recipe -> recipe.reductions().isEmpty())
                .map(recipe -> recipe.withOperations(Stream.concat(recipe.operations().stream(), Stream.of(step))
                        .toList()));
    }

    /** Returns the recipe of what a reduction makes of {@code item}; nothing behind another one. */
    static Optional<Recipe> reduced(StackItem item, String reduction, Record params) {
        Recipe.Reduce step = new Recipe.Reduce(reduction, Parameters.toMap(params), List.of());
        return of(item).filter(recipe -> recipe.reductions().isEmpty())
                .map(recipe ->
                        new Recipe(recipe.source(), recipe.operations(), List.of(), List.of(step), Optional.empty()));
    }

    private static Histories ofWindow() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (display.getData(KEY) instanceof Histories known) {
            return known;
        }
        Histories made = new Histories();
        display.setData(KEY, made);
        return made;
    }
}
