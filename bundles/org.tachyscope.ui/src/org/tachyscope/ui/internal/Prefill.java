package org.tachyscope.ui.internal;

import java.lang.reflect.RecordComponent;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.Parameters;

/** Starts a form with what fits the stack at hand: a region of interest is the whole frame at first. */
final class Prefill {

    private Prefill() {}

    /** Returns {@code defaults} with every box as large as the frames of {@code shape}. */
    static Record of(Record defaults, Shape shape) {
        Record filled = defaults;
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            if (component.getType() == Box.class) {
                filled = Parameters.with(filled, component.getName(), new Box(0, 0, shape.width(), shape.height()));
            }
        }
        return filled;
    }
}
