package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tachyscope.core.FileNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a processed stack. */
@Command(
        name = "apply",
        versionProvider = Common.class,
        description = {
            "Applies operations to every frame of a stack and writes the stack that comes out.",
            "",
            "Writes SOURCE_OPS.npy while frames are computed, never holding them all, and SOURCE_OPS_recipe.json, which"
                    + " 'tachyscope run' repeats. A file appears completely or not at all.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  tachyscope apply --op invert:pivot=127.5 frames/ --out results",
            "  tachyscope apply --op frames:from=100:to=199 stack.npy --to part.npy"
        })
final class ApplyCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    CommandSpec spec;

    @Mixin
    Common common;

    @Mixin
    Making making;

    @Option(
            names = "--op",
            paramLabel = "OP[:NAME=VALUE]",
            description = "Operations, separated by commas, applied in this order ('tachyscope plugins' lists all and"
                    + " their parameters). May be repeated.")
    List<String> ops = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Name of the file in the output folder, whose extension chooses the format. Default:"
                    + " SOURCE_OPS.npy.")
    String to = "";

    ApplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        List<Step> steps = Step.parse(ops);
        if (steps.isEmpty() && !making.choices.any()) {
            throw new ParameterException(spec.commandLine(), "name at least one operation: --op invert");
        }
        String file = to.isEmpty() ? name(steps) + ".npy" : to;
        if (file.contains("/") || file.contains("\\")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to must be a name without folders, got \"" + to + "\"; --out names the folder");
        }
        try {
            Order order = new Order(session.catalog(), steps, List.of(file), List.of());
            return making.make(session, order, FileNames.stem(Path.of(file)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private String name(List<Step> steps) {
        return making.baseName(session) + "_"
                + (steps.isEmpty()
                        ? "taken"
                        : String.join("_", steps.stream().map(Step::id).toList()));
    }
}
