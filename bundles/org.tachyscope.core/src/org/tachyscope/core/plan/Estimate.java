package org.tachyscope.core.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.FileNames;
import org.tachyscope.core.Seconds;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;
import org.tachyscope.core.recipe.Recipe;

/**
 * Estimates times from the rates of a machine. Operations follow each other. Folds of moments share one reading, and so cost
 * what the slowest of them costs; every other fold adds what it takes beyond reading.
 */
final class Estimate {

    private final Optional<Profile> profile;
    private final Recipe recipe;
    private final Sources.Planned planned;

    Estimate(Optional<Profile> profile, Recipe recipe, Sources.Planned planned) {
        this.profile = profile;
        this.recipe = recipe;
        this.planned = planned;
    }

    /** Thrown where a rate is missing. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(String what) {
            super(what);
        }
    }

    /** Returns the estimate in words, or why there is none. */
    String words(Stack source, List<Stack> computed, List<Fold> folds) {
        if (profile.isEmpty()) {
            return "unknown; 'tachyscope bench' measures this machine";
        }
        try {
            double opening = opening(profile.get());
            double working = operations(profile.get(), source) + folds(profile.get(), last(source, computed), folds);
            String text = "about " + Seconds.text(opening + working);
            return text + (opening > 0 ? ", " + Seconds.text(opening) + " of it decoding" : "")
                    + (planned.plan().cost().access() == Plan.Access.MAPPED
                            ? ", more if the file isn't in memory yet"
                            : "")
                    + "; this machine was measured on " + profile.get().date();
        } catch (Unknown e) {
            return "unknown: " + e.getMessage() + " was not measured; 'tachyscope bench' measures this machine";
        }
    }

    private static Stack last(Stack source, List<Stack> computed) {
        return computed.isEmpty() ? source : computed.getLast();
    }

    private double opening(Profile rates) throws Unknown {
        long bytes = planned.plan().cost().access() == Plan.Access.MAPPED ? 0 : sourceBytes();
        if (bytes == 0) {
            return 0;
        }
        OptionalDouble seconds = decoding(rates, planned.source(), bytes);
        if (seconds.isEmpty()) {
            String extension = extension(planned.source());
            throw new Unknown("decoding " + (extension.isEmpty() ? "this source" : "." + extension));
        }
        return seconds.getAsDouble();
    }

    /** Returns how long it takes to decode so many bytes of pixels, if that was measured. */
    static OptionalDouble decoding(Profile rates, Path source, long bytes) {
        Double rate = rates.loaders().get(extension(source));
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(bytes / rate);
    }

    private long sourceBytes() {
        return Size.of(planned.plan().shape(), planned.plan().type());
    }

    /** Returns the extension of a file, or of the first one in a folder. */
    private static String extension(Path source) {
        Path file = source;
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.list(source)) {
                file = files.filter(Files::isRegularFile).sorted().findFirst().orElse(source);
            } catch (IOException e) {
                return ""; // the rate is unknown then, which is what the user reads
            }
        }
        String extension = FileNames.extension(file);
        return switch (extension) {
            case "jpeg" -> "jpg";
            case "tiff" -> "tif";
            default -> extension;
        };
    }

    private double operations(Profile rates, Stack source) throws Unknown {
        double seconds = 0;
        for (Recipe.Step step : recipe.operations()) {
            OptionalDouble rate = rates.operation(step.id(), source.type());
            seconds += sourceBytes() / known(rate, step.id(), source);
        }
        return seconds;
    }

    private double folds(Profile rates, Stack stack, List<Fold> folds) throws Unknown {
        double bytes = Size.estimate(stack);
        double reading = bytes / rates.memory().getOrDefault(Profile.READ, Double.POSITIVE_INFINITY);
        double slowest = folds.isEmpty() ? 0 : reading;
        double beyond = 0;
        for (int i = 0; i < folds.size(); i++) {
            String id = recipe.reductions().get(i).id();
            double alone = bytes / known(rates.reduction(id, stack.type()), id, stack);
            if (folds.get(i) instanceof Fold.OfMoments) {
                slowest = Math.max(slowest, alone);
            } else {
                beyond += Math.max(0, alone - reading);
            }
        }
        return slowest + beyond;
    }

    private static double known(OptionalDouble rate, String id, Stack stack) throws Unknown {
        if (rate.isEmpty()) {
            throw new Unknown(id + " of " + stack.type());
        }
        return rate.getAsDouble();
    }
}
