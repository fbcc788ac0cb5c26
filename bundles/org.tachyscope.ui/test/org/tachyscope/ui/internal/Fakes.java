package org.tachyscope.ui.internal;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Plan.Access;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ui.api.Residence;
import org.tachyscope.ui.api.StackItem;

/** Stacks and plans to test with. */
final class Fakes {

    static final Shape SHAPE = new Shape(5, 2, 3, 1);

    private Fakes() {}

    static Stack stack(String name) {
        return MemoryStack.of(MemorySegment.ofArray(new byte[30]), SHAPE, PixelType.U8, Metadata.named(name));
    }

    static StackItem item(String name, Residence residence) {
        return new StackItem(name, stack(name), residence, List.of());
    }

    static Residence mapped() {
        return new Residence(Optional.empty(), Access.MAPPED, 0, List.of());
    }

    record Planned(Cost cost, List<Loss> losses) implements Plan {
        @Override
        public Shape shape() {
            return SHAPE;
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public Stack open(Progress progress) {
            return stack("planned");
        }
    }
}
