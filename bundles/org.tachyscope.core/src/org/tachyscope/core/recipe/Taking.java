package org.tachyscope.core.recipe;

import java.io.IOException;
import java.util.Optional;
import org.tachyscope.api.Plan;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Sources;

/**
 * Says which way a source is opened.
 *
 * @param plan is opened
 * @param inMemory whether what is left behind the thinning steps is brought into memory
 */
public record Taking(Plan plan, boolean inMemory) {

    /**
     * Finds the way.
     *
     * @param catalog may know a disk cache
     * @param thins whether less is taken than there is
     * @throws IOException in one sentence, if the source can't be opened that way
     */
    public static Taking of(Catalog catalog, Sources.Planned planned, boolean thins, Access access) throws IOException {
        return access == Access.CACHE
                ? new Taking(new Sources(catalog).cached(planned).plan(), false)
                : of(planned.plan(), thins, access);
    }

    private static Taking of(Plan plan, boolean thins, Access access) throws IOException {
        boolean kept = plan.cost().memoryBytes() > 0;
        Optional<Plan> onDemand = plan.onDemand();
        return switch (access) {
            case AUTOMATIC, CACHE ->
                kept && thins && onDemand.isPresent() ? new Taking(onDemand.get(), true) : new Taking(plan, false);
            case LOAD ->
                kept && (!thins || onDemand.isEmpty())
                        ? new Taking(plan, false)
                        : new Taking(onDemand.orElse(plan), true);
            case MAP -> {
                if (plan.cost().access() != Plan.Access.MAPPED) {
                    throw new IOException("the source can't be mapped: its frames have to be decoded");
                }
                yield new Taking(plan, false);
            }
            case DECODE ->
                new Taking(
                        onDemand.orElseThrow(() -> new IOException("the source's frames can't be decoded one by one")),
                        false);
        };
    }
}
