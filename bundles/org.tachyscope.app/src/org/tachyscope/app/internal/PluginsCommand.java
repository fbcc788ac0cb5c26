package org.tachyscope.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tachyscope.core.Broken;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Contributed;
import org.tachyscope.core.Field;
import org.tachyscope.core.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the plug-ins. */
@Command(
        name = "plugins",
        versionProvider = Common.class,
        description = {
            "Lists everything that plug-ins contribute, with parameters, and what is broken and why.",
            "",
            "A broken plug-in is set aside and named; it never keeps the others from working, and the exit code stays"
                    + " 0.",
            ""
        })
final class PluginsCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    Common common;

    PluginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Catalog catalog = session.catalog();
        List<List<String>> rows = new ArrayList<>();
        list(rows, "Loaders", catalog.loaders(), loader -> loader.defaults());
        list(rows, "Operations", catalog.operations(), operation -> operation.defaults());
        list(rows, "Reductions", catalog.reductions(), reduction -> reduction.defaults());
        list(rows, "Exporters", catalog.exporters(), exporter -> exporter.defaults());
        if (!catalog.problems().isEmpty()) {
            rows.add(List.of("Broken"));
        }
        for (Broken broken : catalog.problems()) {
            rows.add(List.of("  " + broken.name(), broken.bundle(), broken.reason()));
        }
        session.print(Words.aligned(rows));
        return Exit.OK;
    }

    private static <S> void list(
            List<List<String>> rows, String title, List<Contributed<S>> all, Function<S, Record> defaults) {
        rows.add(List.of(all.isEmpty() ? title + ": none" : title));
        for (Contributed<S> one : all) {
            rows.add(List.of("  " + one.id(), one.label(), one.bundle()));
            for (Field field : Parameters.fields(defaults.apply(one.service()))) {
                rows.add(List.of("    " + field.path(), field.constraint(), help(field)));
            }
        }
    }

    private static String help(Field field) {
        return field.help().isEmpty() ? field.label() : field.help();
    }
}
