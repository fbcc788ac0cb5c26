package org.tachyscope.ui.internal;

import java.io.IOException;
import java.util.Optional;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Budget;
import org.tachyscope.core.plan.Profile;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.plan.Weighing;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.Choices;

/** Weighs sources with what is known of this machine. */
record Weigher(Catalog catalog, Optional<Profile> profile) {

    /**
     * Knows what {@code tachyscope bench} measured, if it did.
     *
     * @throws IOException naming the file, if it holds something else
     */
    static Weigher ofMachine(Catalog catalog) throws IOException {
        return new Weigher(catalog, Profile.read(Profile.usualFile()));
    }

    /** Says what it costs to open what was chosen, against a share of the memory that is free now. */
    Verdict weigh(Sources.Planned planned, Choices choices, Access access, int percent) throws IOException {
        return new Weighing(catalog, profile, Budget.now(percent)).weigh(planned, choices, access);
    }
}
