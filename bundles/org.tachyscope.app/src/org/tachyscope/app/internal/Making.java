package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds what commands have in common that make files of a source. */
final class Making {

    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    MemoryOptions memory = new MemoryOptions();

    @Mixin
    RunOptions options = new RunOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; made if it isn't there. Default: the current folder.")
    Path out = Path.of(".");

    /** Makes what was ordered and writes the recipe {@code NAME_recipe.json} beside the results. */
    int make(Session session, Order order, String name) throws IOException {
        return new Work(session, options, memory)
                .make(this, order, session.terminal().resolve(out), name);
    }

    /** Returns the name that results of this source are called after. */
    String baseName(Session session) {
        return source.baseName(session);
    }
}
