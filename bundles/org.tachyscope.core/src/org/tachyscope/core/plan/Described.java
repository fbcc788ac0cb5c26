package org.tachyscope.core.plan;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Size;

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
        return plan.losses().stream().reduce(Metadata.named(name), Metadata::withLoss, (a, _) -> a);
    }

    /** Tells which operations will find frames in one piece; reading a pixel fails, because the memory was closed. */
    @Override
    public Optional<MemorySegment> contiguous() {
        if (plan.cost().access() == Plan.Access.DECODED) {
            return Optional.empty();
        }
        try (Arena closed = Arena.ofConfined()) {
            long bytes = Size.of(shape(), type());
            return Optional.of(MemorySegment.NULL.reinterpret(bytes, closed, _ -> {}));
        }
    }

    @Override
    public Cursor cursor() throws IOException {
        throw new IOException(name + " was only planned");
    }
}
