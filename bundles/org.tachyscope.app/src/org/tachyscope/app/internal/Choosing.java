package org.tachyscope.app.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Box;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Budget;
import org.tachyscope.core.plan.ContentBox;
import org.tachyscope.core.plan.Weighing;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.Choices;
import org.tachyscope.core.recipe.Opened;
import org.tachyscope.core.recipe.Opener;
import org.tachyscope.core.run.Runner;

/** Finds out what was left open: which frames come to a share or fit, and where the content lies. */
record Choosing(Catalog catalog, Sources.Planned planned, Budget budget) {

    /**
     * Completes choices.
     *
     * @param range frames, all in it
     * @param every a number, a percentage or {@code fit}
     * @param crop absent for whole frames; an absent box is to be found
     */
    Chosen with(Choices choices, Choices.Frames range, String every, Optional<Optional<Box>> crop, Progress progress)
            throws IOException {
        Choices ranged = choices.withFrames(range);
        List<String> notes = List.of();
        if (crop.isPresent() && crop.get().isEmpty()) {
            ContentBox found = found(ranged, progress);
            notes = List.of("--crop auto is " + comma(found.box()) + ", which " + found.words());
            ranged = ranged.withCrop(Optional.of(found.box()));
        } else if (crop.isPresent()) {
            ranged = ranged.withCrop(crop.get());
        }
        long step = step(ranged, every);
        return new Chosen(ranged.withFrames(new Choices.Frames(range.from(), range.to(), step)), notes);
    }

    private static String comma(Box box) {
        return box.x() + "," + box.y() + "," + box.width() + "," + box.height();
    }

    private ContentBox found(Choices choices, Progress progress) throws IOException {
        if (planned.plan().onDemand().isEmpty()) {
            throw new IOException("--crop auto needs frames that can be decoded one by one, which "
                    + planned.source().getFileName() + " hasn't; name the rectangle");
        }
        Opener opener = new Opener(catalog, Runner.defaultThreads());
        try (Opened turned = opener.open(planned, choices.turnsOnly(), Access.DECODE, progress)) {
            return ContentBox.of(turned.stack(), progress);
        }
    }

    private long step(Choices choices, String every) throws IOException {
        String text = every.strip();
        if (text.equalsIgnoreCase("fit")) {
            return new Weighing(catalog, Optional.empty(), budget).fittingStep(planned, choices);
        }
        try {
            if (text.endsWith("%")) {
                return Choices.stepOfShare(
                        Double.parseDouble(text.substring(0, text.length() - 1).strip()));
            }
            long step = Long.parseLong(text);
            if (step >= 1) {
                return step;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(complaint(every), e);
        }
        throw new IllegalArgumentException(complaint(every));
    }

    private static String complaint(String every) {
        return "--every must be a number ≥ 1, a percentage or fit, got \"" + every + "\"";
    }
}
