package org.tachyscope.core.plan;

import java.io.IOException;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Stands for a stack that is planned but not opened. Has no pixels. */
record Described(Plan plan, String name) implements Stack {

    @Override
    public Shape shape() {
        return plan.shape();
    }

    @Override
    public PixelType type() {
        return plan.type();
    }

    @Override
    public Metadata metadata() {
        return Metadata.named(name);
    }

    @Override
    public Cursor cursor() throws IOException {
        throw new IOException(name + " was only planned");
    }
}
