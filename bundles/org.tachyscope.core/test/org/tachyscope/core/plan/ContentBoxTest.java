package org.tachyscope.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class ContentBoxTest {

    private static final Shape SHAPE = new Shape(5, 30, 40, 1);

    private final MemorySegment pixels = Arena.ofAuto().allocate(SHAPE.samples() * 4);

    private void fill(float value) {
        for (long i = 0; i < SHAPE.samples(); i++) {
            pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
        }
    }

    private void set(int t, int y, int x, float value) {
        pixels.setAtIndex(ValueLayout.JAVA_FLOAT, (long) t * 1200 + y * 40 + x, value);
    }

    private Box found() throws IOException {
        Stack stack = MemoryStack.of(pixels, SHAPE, PixelType.F32, Metadata.named("numbers"));
        return ContentBox.of(stack, Progress.none()).box();
    }

    @Test
    void holdsWhatDiffersInAnyFrame() throws IOException {
        fill(100);
        set(0, 10, 12, 200);
        set(4, 15, 7, 20);
        assertEquals(new Box(7, 10, 6, 6), found());
    }

    @Test
    void countsBrightBackgroundsAsWell() throws IOException {
        fill(250);
        set(2, 3, 4, 10);
        set(2, 5, 9, 12);
        assertEquals(new Box(4, 3, 6, 3), found());
    }

    @Test
    void withoutContentIsTheWholeFrame() throws IOException {
        fill(7);
        assertEquals(new Box(0, 0, 40, 30), found());
    }

    @Test
    void noiseAndWhatIsNoNumberAreNoContent() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < SHAPE.samples(); i++) {
            pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (50 + random.nextGaussian()));
        }
        set(1, 0, 0, Float.NaN);
        set(3, 20, 30, 100);
        set(3, 22, 33, 100);
        assertEquals(new Box(30, 20, 4, 3), found());
    }

    @Test
    void saysItsRule() throws IOException {
        fill(100);
        set(0, 10, 12, 200);
        Stack stack = MemoryStack.of(pixels, SHAPE, PixelType.F32, Metadata.named("numbers"));
        assertEquals(
                "holds all that differs from the background 100.0 by more than 2.00 in 5 of 5 frames",
                ContentBox.of(stack, Progress.none()).words());
    }
}
