package org.tachyscope.app.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reduces a source along time. */
@Command(
        name = "reduce",
        versionProvider = Common.class,
        description = {
            "Reduces a stack along time, to images and curves, all in one pass.",
            "",
            "Writes SOURCE_OP.npy (values to compute with) and SOURCE_OP.png (a picture) for every image,"
                    + " SOURCE_OP.csv and a plotted .png for every curve, and SOURCE_recipe.json, which"
                    + " 'tachyscope run' repeats. A file appears completely or not at all.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  tachyscope reduce --op mean,std,max frames/ --out results",
            "  tachyscope reduce --op std:divisor=sample stack.npy --out results",
            "  tachyscope reduce --op mean --roi 236,172,40,40 frames/ --out results",
            "  tachyscope reduce --roi \"ellipse 9,9,40,30\" --roi \"polygon 0,0 9,0 5,8\" \\",
            "                    --param \"roi-curve.statistics=mean; std; p95\" frames/ --out results",
            "  tachyscope reduce --every 10 --scale 1/2 --op mean frames/ --out results",
            "  tachyscope reduce --apply invert:pivot=127.5 --op max frames/ --out results"
        })
final class ReduceCommand implements Callable<Integer> {

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
            description =
                    "Reductions, separated by commas: mean, min, max, std, sum, … ('tachyscope plugins' lists all and"
                            + " their parameters). May be repeated.")
    List<String> ops = new ArrayList<>();

    @Option(
            names = "--roi",
            paramLabel = "X,Y,W,H|REGION",
            description =
                    "Measure this region over time. X,Y,W,H is the mean of a rectangle: left column, top row, width"
                            + " and height in pixels; the same as --op roi-mean:box=X,Y,W,H. A REGION begins with a word:"
                            + " \"rect X,Y,W,H\", \"ellipse X,Y,W,H\", \"polygon X,Y X,Y X,Y\", \"line X,Y X,Y band N\","
                            + " \"polyline X,Y X,Y X,Y\" or \"point X,Y\"; all of them go to one roi-curve, whose"
                            + " statistics --param chooses. May be repeated.")
    List<String> rois = new ArrayList<>();

    @Option(
            names = "--apply",
            paramLabel = "OP[:NAME=VALUE]",
            description = "Operations that are applied to every frame first, in this order. May be repeated.")
    List<String> operations = new ArrayList<>();

    @Option(
            names = "--param",
            paramLabel = "OP.NAME=VALUE",
            description = "Set a parameter of a reduction, such as std.divisor=sample. May be repeated.")
    List<String> params = new ArrayList<>();

    ReduceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        List<Step> steps = Stream.concat(Step.parse(ops).stream(), Step.ofRegions(rois).stream())
                .toList();
        if (steps.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name at least one reduction: --op mean");
        }
        try {
            Order order = new Order(session.catalog(), Step.parse(operations), List.of(), Order.assign(steps, params));
            return making.make(session, order, making.baseName(session));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
