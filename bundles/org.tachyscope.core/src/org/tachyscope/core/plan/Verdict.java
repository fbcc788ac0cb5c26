package org.tachyscope.core.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.Size;
import org.tachyscope.core.recipe.Access;

/**
 * Says what it costs to open what was chosen of a source, and whether that fits.
 *
 * @param name what the source is called
 * @param shape shape of what is taken
 * @param type its pixel type
 * @param losses what is known to get lost, what was chosen included
 * @param way how it is opened
 * @param budget the memory that it may take
 * @param others other ways to open the same that fit, the best first
 * @param fittingStep takes every so many of the chosen frames to fit, if that helps
 */
public record Verdict(
        String name,
        Shape shape,
        PixelType type,
        List<Loss> losses,
        Way way,
        Budget budget,
        List<Way> others,
        OptionalLong fittingStep) {

    /** Copies the lists. */
    public Verdict {
        losses = List.copyOf(losses);
        others = List.copyOf(others);
    }

    /**
     * Is one way to open the source.
     *
     * @param access anything but {@link Access#AUTOMATIC}
     * @param memoryBytes memory that stays allocated
     * @param diskBytes bytes that are written to disk
     * @param seconds time until everything can be worked with, if this machine was measured
     */
    public record Way(Access access, long memoryBytes, long diskBytes, OptionalDouble seconds) {}

    /** Tells whether it may be opened. */
    public boolean fits() {
        return budget.holds(way.memoryBytes());
    }

    /** Says with the numbers that it doesn't fit; not the whole sentence, which goes on with the choices. */
    public String tooLarge() {
        return name + " needs " + Size.text(way.memoryBytes()) + " of memory, but " + budget + " are "
                + Size.text(budget.bytes());
    }
}
