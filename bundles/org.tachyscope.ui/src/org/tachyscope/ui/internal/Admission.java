package org.tachyscope.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Plan;

/** Decides whether a person must agree before a source is read: when something gets lost, or memory gets short. */
final class Admission {

    private static final double SAFE_SHARE = 0.8;
    private static final int SHOWN_LOSSES = 8;

    private Admission() {}

    /**
     * Returns what to ask, or nothing if the source can be read without asking.
     *
     * @param freeBytes memory that is free at the moment
     */
    static Optional<String> question(String name, Plan plan, long freeBytes) {
        List<String> reasons = new ArrayList<>();
        plan.losses().stream()
                .limit(SHOWN_LOSSES)
                .map(loss -> Losses.details(List.of(loss)))
                .forEach(reasons::add);
        if (plan.losses().size() > SHOWN_LOSSES) {
            reasons.add("… and " + (plan.losses().size() - SHOWN_LOSSES) + " more");
        }
        long need = plan.cost().memoryBytes();
        if (need > SAFE_SHARE * freeBytes) {
            reasons.add("It needs " + Bytes.text(need) + " of memory, and " + Bytes.text(freeBytes) + " are free.");
        }
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(name + " opens as " + plan.shape() + " " + plan.type() + ".\n\n• "
                + String.join("\n• ", reasons) + "\n\nOpen it this way?");
    }
}
