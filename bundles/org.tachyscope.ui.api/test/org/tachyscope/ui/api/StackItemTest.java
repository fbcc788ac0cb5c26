package org.tachyscope.ui.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ui.api.StackItem.Change;

class StackItemTest {

    private final Closes stack = new Closes("a");
    private final StackItem item = new StackItem("a", stack, Residence.computed(), List.of());
    private final List<Change> heard = new ArrayList<>();
    private final Subscription subscription = item.listen((from, what) -> heard.add(what));

    @Test
    void frameIsKeptInRange() {
        item.showFrame(7);
        assertEquals(7, item.frame());
        item.showFrame(10);
        assertEquals(9, item.frame());
        item.showFrame(-1);
        assertEquals(0, item.frame());
        assertEquals(List.of(Change.FRAME, Change.FRAME, Change.FRAME), heard);
    }

    @Test
    void settingWhatIsSetTellsNobody() {
        item.showFrame(0);
        item.showLevels(Levels.DEFAULT);
        item.showColors(ColorMap.GRAY);
        assertEquals(List.of(), heard);
    }

    @Test
    void everyChangeIsToldOnce() {
        item.showColors(ColorMap.VIRIDIS);
        item.showLevels(Levels.DEFAULT.withRule(new Levels.Rule.MinMax()));
        item.rangeFound(new Range(0, 255));
        item.rangeFound(new Range(0, 255));
        assertEquals(List.of(Change.COLOR_MAP, Change.LEVELS, Change.SHOWN_RANGE), heard);
        assertEquals(Optional.of(new Range(0, 255)), item.shownRange());
    }

    @Test
    void closedSubscriptionHearsNothing() {
        subscription.close();
        item.showFrame(3);
        assertEquals(List.of(), heard);
    }

    @Test
    void heldStackIsClosedBehindTheLastHold() {
        Hold first = item.hold();
        Hold second = item.hold();
        item.close();
        first.close();
        first.close();
        assertEquals(0, stack.closed);
        assertEquals("a", second.stack().metadata().name());
        second.close();
        assertEquals(1, stack.closed);
        assertThrows(IllegalStateException.class, item::hold);
        assertThrows(IllegalStateException.class, second::stack);
    }

    @Test
    void inputStaysOpenAsLongAsWhatIsComputedFromIt() {
        Closes computed = new Closes("b");
        StackItem above = new StackItem("b", computed, Residence.computed(), List.of(item.hold()));
        item.close();
        assertEquals(0, stack.closed);
        above.close();
        assertEquals(1, computed.closed);
        assertEquals(1, stack.closed);
    }

    @Test
    void rangeOutOfOrderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Range(2, 2));
        assertThrows(IllegalArgumentException.class, () -> new Range(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Levels.Rule.Percentile(50, 50));
        assertThrows(IllegalArgumentException.class, () -> new Levels.Rule.Percentile(0, 101));
    }

    private static final class Closes implements Stack {
        private final String name;
        private int closed;

        Closes(String name) {
            this.name = name;
        }

        @Override
        public Shape shape() {
            return new Shape(10, 2, 3, 1);
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Metadata metadata() {
            return Metadata.named(name);
        }

        @Override
        public Cursor cursor() throws IOException {
            throw new IOException("no pixels");
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
