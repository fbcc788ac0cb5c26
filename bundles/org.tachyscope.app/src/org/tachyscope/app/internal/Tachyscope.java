package org.tachyscope.app.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names the commands. */
@Command(
        name = "tachyscope",
        versionProvider = Common.class,
        subcommands = {
            InfoCommand.class,
            ReduceCommand.class,
            ApplyCommand.class,
            RunCommand.class,
            DemoCommand.class,
            PluginsCommand.class,
            BenchCommand.class,
            CacheCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Looks at, reduces and measures stacks of images: folders of frames and .npy arrays, also those that are"
                    + " larger than memory.",
            ""
        },
        footerHeading = "%n",
        footer = {
            "  desktop [SOURCE]  Open the window.",
            "",
            "Examples:",
            "  tachyscope demo",
            "  tachyscope info frames/",
            "  tachyscope reduce --op mean,std,max frames/ --out results",
            "  tachyscope run results/frames_recipe.json",
            "",
            "Exit codes: 0 done, 1 the work failed, 2 wrong usage, 130 cancelled (Ctrl-C).",
            "tachyscope COMMAND --help says more about a command."
        })
final class Tachyscope implements Runnable {

    @Spec
    CommandSpec spec;

    @Mixin
    Common common;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command: info, reduce, apply, run, demo, plugins, bench, cache or desktop");
    }
}
