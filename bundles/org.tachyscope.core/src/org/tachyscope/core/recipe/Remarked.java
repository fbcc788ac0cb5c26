package org.tachyscope.core.recipe;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Is a copy that still tells what happened while it was computed. */
record Remarked(Stack copy, List<String> remarks) implements Stack {

    @Override
    public Shape shape() {
        return copy.shape();
    }

    @Override
    public PixelType type() {
        return copy.type();
    }

    @Override
    public Metadata metadata() {
        return copy.metadata();
    }

    @Override
    public Optional<MemorySegment> contiguous() {
        return copy.contiguous();
    }

    @Override
    public Cursor cursor() throws IOException {
        return copy.cursor();
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
