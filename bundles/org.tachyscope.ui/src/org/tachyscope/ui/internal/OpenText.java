package org.tachyscope.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.Seconds;
import org.tachyscope.core.Size;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.recipe.Access;

/** Writes what the dialog says that asks how a source is opened. */
final class OpenText {

    private static final int SHOWN_LOSSES = 8;

    /** From here on a person wants to know before. */
    private static final double LONG_SECONDS = 5;

    private OpenText() {}

    /** Tells whether there is something to decide before a source is opened. */
    static boolean asks(Verdict verdict) {
        return !verdict.losses().isEmpty()
                || !verdict.fits()
                || verdict.way().seconds().orElse(0) > LONG_SECONDS;
    }

    /** Returns such as {@code 1,000 frames of 1024 × 768 px, U8, 786 MB}. */
    static String extent(Shape shape, PixelType type) {
        return String.format(
                java.util.Locale.ROOT,
                "%,d %s of %d × %d px%s, %s, %s",
                shape.frames(),
                shape.frames() == 1 ? "frame" : "frames",
                shape.width(),
                shape.height(),
                shape.channels() == 1 ? "" : ", " + shape.channels() + " channels",
                type,
                Bytes.text(Size.of(shape, type)));
    }

    /** Returns what was found in one line. */
    static String found(Plan plan, String loader) {
        return "Found " + extent(plan.shape(), plan.type()) + " · " + loader;
    }

    /** Returns what is taken and what that costs. */
    static String cost(Verdict verdict) {
        Verdict.Way way = verdict.way();
        String time = way.seconds().isEmpty()
                ? ""
                : way.seconds().getAsDouble() == 0
                        ? ", at once"
                        : ", about " + Seconds.text(way.seconds().getAsDouble());
        return extent(verdict.shape(), verdict.type()) + "\n" + words(way) + time;
    }

    private static String words(Verdict.Way way) {
        return switch (way.access()) {
            case MAP -> "Mapped from the file: takes no memory";
            case CACHE -> "Decoded into the disk cache: " + Bytes.text(way.diskBytes()) + " of disk";
            case DECODE -> "Decoded when shown: takes no memory";
            case LOAD, AUTOMATIC -> "Loaded: takes " + Bytes.text(way.memoryBytes()) + " of memory";
        };
    }

    /** Returns how much memory there is, and what can be done if that is too little. */
    static String budget(Verdict verdict) {
        if (verdict.fits()) {
            return "Fits " + verdict.budget() + ".";
        }
        List<String> proposals = new ArrayList<>();
        for (Verdict.Way way : verdict.others()) {
            proposals.add(
                    switch (way.access()) {
                        case MAP, AUTOMATIC -> "map it";
                        case CACHE -> "decode it into the disk cache (" + Bytes.text(way.diskBytes()) + ")";
                        case DECODE -> "decode frames when shown";
                        case LOAD -> "load only what is taken";
                    });
        }
        verdict.fittingStep().ifPresent(step -> proposals.add("take every " + step + ". frame"));
        proposals.add("allow more memory");
        return "Too large: " + verdict.budget() + " are "
                + Bytes.text(verdict.budget().bytes()) + ". Choose: " + String.join(", ", proposals) + ".";
    }

    /** Returns one line for each of the first losses, and the rules that were applied. */
    static String details(Verdict verdict, List<String> notes) {
        List<String> lines = new ArrayList<>();
        verdict.losses().stream()
                .limit(SHOWN_LOSSES)
                .map(loss -> "⚠ " + Losses.details(List.of(loss)))
                .forEach(lines::add);
        if (verdict.losses().size() > SHOWN_LOSSES) {
            lines.add("… and " + (verdict.losses().size() - SHOWN_LOSSES) + " more");
        }
        if (lines.isEmpty()) {
            lines.add("Nothing gets lost.");
        }
        notes.forEach(note -> lines.add("• " + note));
        return String.join("\n", lines);
    }

    /** Returns what the list of ways to reach frames shows. */
    static String spoken(Access access) {
        return switch (access) {
            case AUTOMATIC -> "Automatic";
            case MAP -> "Map the file";
            case LOAD -> "Load into memory";
            case CACHE -> "Decode into the disk cache";
            case DECODE -> "Decode when shown";
        };
    }
}
