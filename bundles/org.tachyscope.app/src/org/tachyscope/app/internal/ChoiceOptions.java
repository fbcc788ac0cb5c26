package org.tachyscope.app.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Box;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Budget;
import org.tachyscope.core.recipe.Choices;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what is taken of a source. */
final class ChoiceOptions {

    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d*)");
    private static final Pattern BOX = Pattern.compile("(\\d+),(\\d+),(\\d+),(\\d+)");
    private static final Pattern SCALE = Pattern.compile("1/(\\d+)");

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(
            names = "--every",
            paramLabel = "N|P%|fit",
            description =
                    "Take every N-th frame; or so many that P per cent of the size are left; or as many as fit the"
                            + " memory budget.")
    String every = "1";

    @Option(
            names = "--range",
            paramLabel = "A..B",
            description = "Take frames A to B, both included, counted from 0. Without B: to the last one.")
    String range = "0..";

    @Option(
            names = "--crop",
            paramLabel = "X,Y,W,H|auto",
            description = "Keep this rectangle of turned frames: left column, top row, width and height in pixels; or"
                    + " the box of the content, by a rule that is printed.")
    Optional<String> crop = Optional.empty();

    @Option(names = "--scale", paramLabel = "1/N", description = "Make one pixel, their mean, of N × N pixels.")
    String scale = "1/1";

    @Option(names = "--gray", description = "Make one channel of several.")
    boolean gray;

    @Option(
            names = "--8bit",
            description = "Make 8-bit samples: the range of the type becomes 0 to 255, of floating point that of the"
                    + " stack.")
    boolean bytes;

    @Option(
            names = "--normalise",
            paramLabel = "frame|stack",
            description = "Stretch the values of each frame or of the whole stack to the full range.")
    Choices.Normalising normalise = Choices.Normalising.NOTHING;

    /** Names what changes places as a person types it. */
    enum Flip {
        LR(Choices.Flip.LEFT_RIGHT),
        TB(Choices.Flip.TOP_BOTTOM),
        BOTH(Choices.Flip.BOTH);

        private final Choices.Flip meant;

        Flip(Choices.Flip meant) {
            this.meant = meant;
        }
    }

    @Option(names = "--flip", paramLabel = "lr|tb|both", description = "Exchange left and right, top and bottom.")
    Optional<Flip> flip = Optional.empty();

    @Option(
            names = "--rotate",
            paramLabel = "DEGREES",
            description = "Turn frames anticlockwise by a multiple of 90 degrees, behind --flip.")
    int rotate;

    @Option(names = "--transpose", description = "Exchange rows and columns, behind --rotate.")
    boolean transpose;

    /** Tells whether anything was chosen. */
    boolean any() {
        return !(every.equals("1") && range.equals("0..") && crop.isEmpty() && scale() == 1)
                || gray
                || bytes
                || normalise != Choices.Normalising.NOTHING
                || flip.isPresent()
                || rotate % 360 != 0
                || transpose;
    }

    /**
     * Returns what was chosen of a source.
     *
     * @throws IOException if frames must be looked at and can't be read
     */
    Chosen of(Sources.Planned planned, Budget budget, Session session, Progress progress) throws IOException {
        try {
            Choices.Turning turning =
                    new Choices.Turning(flip.map(side -> side.meant).orElse(Choices.Flip.NOTHING), rotate, transpose);
            Choices choices =
                    new Choices(Choices.Frames.ALL, turning, Optional.empty(), scale(), gray, bytes, normalise);
            return new Choosing(session.catalog(), planned, budget)
                    .with(choices, frames(), every, crop.map(ChoiceOptions::box), progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the box that was typed, or nothing if it is to be found. */
    private static Optional<Box> box(String typed) {
        if (typed.toLowerCase(Locale.ROOT).equals("auto")) {
            return Optional.empty();
        }
        Matcher box = matched(BOX, typed, "--crop must be X,Y,W,H or auto");
        return Optional.of(new Box(number(box, 1), number(box, 2), number(box, 3), number(box, 4)));
    }

    private int scale() {
        return scale.equals("1") ? 1 : number(matched(SCALE, scale, "--scale must be 1/N, such as 1/2"), 1);
    }

    private Choices.Frames frames() {
        Matcher typed = matched(RANGE, range, "--range must be A..B, such as 100..199");
        long to = typed.group(2).isEmpty() ? -1 : Long.parseLong(typed.group(2));
        return new Choices.Frames(Long.parseLong(typed.group(1)), to, 1);
    }

    private static Matcher matched(Pattern pattern, String text, String complaint) {
        Matcher matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(complaint + ", got \"" + text + "\"");
        }
        return matcher;
    }

    private static int number(Matcher matcher, int group) {
        try {
            return Integer.parseInt(matcher.group(group));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("there is no frame of " + matcher.group(group) + " pixels", e);
        }
    }
}
