package org.tachyscope.ui.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.data.Timing;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Contributed;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.run.Outcome;
import org.tachyscope.core.run.Runner;
import org.tachyscope.ui.api.Hold;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;

/** Reduces one open stack in the background, all reductions in one pass, and opens the results. */
final class Reducing {

    /** Names one reduction and how it is used. */
    record Choice(Contributed<Reduction<?>> reduction, Record params) {

        /** Takes a reduction as it comes. */
        static Choice of(Contributed<Reduction<?>> reduction) {
            return new Choice(reduction, reduction.service().defaults());
        }

        Fold fold(Stack stack) {
            return fold(reduction.service(), stack, params);
        }

        private static <P extends Record> Fold fold(Reduction<P> reduction, Stack stack, Record params) {
            return reduction.fold(stack, typed(reduction, params));
        }

        /** Returns the unit of a resulting frame's samples. */
        String unit(String sampleUnit) {
            return unit(reduction.service(), sampleUnit, params);
        }

        private static <P extends Record> String unit(Reduction<P> reduction, String sampleUnit, Record params) {
            return reduction.unit(sampleUnit, typed(reduction, params));
        }

        private static <P extends Record> P typed(Reduction<P> reduction, Record params) {
            @SuppressWarnings("unchecked") // defaults() gives a P, and params are of its class
            P typed = (P) reduction.defaults().getClass().cast(params);
            return typed;
        }
    }

    /**
     * Says what is reduced.
     *
     * @param names names a result
     * @param recipes know how a result is made, if one can say it
     */
    private record Subject(
            Metadata metadata,
            Shape shape,
            Function<Choice, String> names,
            Function<Choice, Optional<Recipe>> recipes) {}

    private final Subject subject;
    private final List<Choice> choices;
    private final Display display = PlatformUI.getWorkbench().getDisplay();

    private Reducing(Subject subject, List<Choice> choices) {
        this.subject = subject;
        this.choices = List.copyOf(choices);
    }

    /** Starts a job that reduces {@code item}. Returns at once. UI thread. */
    static void start(StackItem item, List<Choice> choices) {
        String labels =
                choices.stream().map(choice -> choice.reduction().label()).collect(Collectors.joining(", "));
        Map<Choice, Optional<Recipe>> recipes = choices.stream()
                .distinct()
                .collect(Collectors.toMap(
                        choice -> choice,
                        choice -> Histories.reduced(item, choice.reduction().id(), choice.params())));
        Subject subject = new Subject(
                item.metadata(),
                item.shape(),
                choice -> StackText.base(item) + " " + choice.reduction().id(),
                choice -> recipes.getOrDefault(choice, Optional.empty()));
        Jobs.start(labels + " of " + item.name(), new Jobs.Complaint("Can't reduce", item.name()), progress -> {
            try (Hold hold = item.hold()) {
                new Reducing(subject, choices).run(hold.stack(), progress);
            }
        });
    }

    /** Reduces a stack that isn't open in the window, and opens the result there. Not in the UI thread. */
    static void reduce(String name, Stack stack, Choice choice, Recipe recipe, Progress progress) throws IOException {
        Subject subject = new Subject(stack.metadata(), stack.shape(), _ -> name, _ -> Optional.of(recipe));
        new Reducing(subject, List.of(choice)).run(stack, progress);
    }

    private void run(Stack stack, Progress progress) throws IOException {
        List<Fold> folds = choices.stream().map(choice -> choice.fold(stack)).toList();
        progress.step("reducing");
        Outcome outcome = new Runner(Runner.defaultThreads()).run(stack, folds, progress);
        display.asyncExec(() -> show(outcome));
    }

    private void show(Outcome outcome) {
        for (int i = 0; i < choices.size(); i++) {
            show(choices.get(i), outcome.results().get(i), outcome);
        }
    }

    private void show(Choice choice, Result result, Outcome outcome) {
        Metadata metadata = metadata(choice, outcome);
        switch (result) {
            case Frame frame ->
                Histories.add(
                        metadata.name(),
                        MemoryStack.of(frame.pixels(), frame.shape(), frame.type(), metadata),
                        Residence.inMemory(frame.pixels().byteSize()),
                        List.of(),
                        subject.recipes().apply(choice));
            case Curve curve -> NumbersWindow.open(metadata.name(), curve);
            case Table table -> NumbersWindow.open(metadata.name(), table.columns());
        }
    }

    private Metadata metadata(Choice choice, Outcome outcome) {
        String params = Parameters.toText(choice.params());
        String name = subject.names().apply(choice);
        Calibration scale = subject.metadata().calibration();
        Metadata known = subject.metadata()
                .withCalibration(scale.withSampleUnit(choice.unit(scale.sampleUnit())))
                .withName(outcome.complete() ? name : name + " (partial)")
                .withTiming(Timing.UNKNOWN)
                .withFrameNames(List.of())
                .withProperty("reduction", (choice.reduction().id() + " " + params).strip());
        long missing = subject.shape().frames() - outcome.frames();
        return outcome.complete()
                ? known
                : known.withLoss(new Loss(
                        Loss.Kind.PARTIAL,
                        missing,
                        "covers " + outcome.frames() + " of " + subject.shape().frames()
                                + " frames, because the reduction was cancelled"));
    }
}
