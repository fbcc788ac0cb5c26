package org.tachyscope.app.internal;

import java.util.List;
import org.tachyscope.core.recipe.Choices;

/**
 * Holds what is taken of a source.
 *
 * @param notes say by which rules it was found what was to be found, one sentence each
 */
record Chosen(Choices choices, List<String> notes) {}
