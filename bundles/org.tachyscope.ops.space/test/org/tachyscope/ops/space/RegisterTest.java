package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.ops.space.Stacks.assertRefuses;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.space.Register.Method;
import org.tachyscope.ops.space.Register.Reference;
import org.tachyscope.ops.space.Register.Taper;

class RegisterTest {

    /** To the right and down, in pixels; frame 0 stays. */
    private static final double[][] SHIFTS = {{0, 0}, {3, -2}, {0.5, 0.25}, {-7.3, 4.8}, {1.1, -0.4}};

    private static final int HEIGHT = 90;
    private static final int WIDTH = 101;

    private static Register.Params params(Reference reference, long frame, Method method) {
        return new Register.Params(reference, frame, Taper.HANN, method, 0);
    }

    /** Draws 400 soft spots of random places, sizes and heights, so that any shift of them is known exactly. */
    private static double spots(double x, double y) {
        Random random = new Random(7);
        double sum = 0;
        for (int k = 0; k < 400; k++) {
            double dx = x - (random.nextDouble() * 160 - 30);
            double dy = y - (random.nextDouble() * 150 - 30);
            double size = 1.2 + 2 * random.nextDouble();
            double height = 20 + 40 * random.nextDouble();
            sum += height * Math.exp(-0.5 * (dx * dx + dy * dy) / (size * size));
        }
        return sum;
    }

    private static Stack moving(PixelType type) {
        double[] values = new double[SHIFTS.length * HEIGHT * WIDTH];
        int at = 0;
        for (double[] shift : SHIFTS) {
            for (int i = 0; i < HEIGHT; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    double value = spots(j - shift[0], i - shift[1]);
                    values[at++] = type == PixelType.F32 ? value : Math.min(255, Math.rint(value));
                }
            }
        }
        return Stacks.of(type, new Shape(SHIFTS.length, HEIGHT, WIDTH, 1), values);
    }

    /** Returns what the metadata say, as x, y of every frame. */
    private static List<double[]> shifts(Stack registered) {
        String text = registered.metadata().properties().get("registration shifts");
        List<double[]> found = new ArrayList<>();
        String[] parts = text.split("; ");
        for (int t = 1; t < parts.length; t++) {
            String[] numbers = parts[t].substring(parts[t].indexOf(':') + 1).split(",");
            found.add(new double[] {Double.parseDouble(numbers[0].strip()), Double.parseDouble(numbers[1].strip())});
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void shiftsAreFoundToAFractionOfAPixel(PixelType type) throws Exception {
        for (Reference reference : Reference.values()) {
            try (Stack registered = Stacks.register().apply(moving(type), params(reference, 0, Method.BILINEAR))) {
                assertFalse(registered.metadata().properties().containsKey("registration shifts"));
                registered.prepare(Progress.none());
                List<double[]> found = shifts(registered);
                for (int t = 0; t < SHIFTS.length; t++) {
                    assertArrayEquals(SHIFTS[t], found.get(t), 0.06, reference + ", frame " + t);
                }
            }
        }
    }

    @Test
    void circularShiftsAreFoundExactly() throws Exception {
        Random random = new Random(3);
        int height = 24;
        int width = 40;
        double[] values = new double[3 * height * width];
        int[][] moved = {{0, 0}, {5, 9}, {-11, -3}};
        for (int i = 0; i < height * width; i++) {
            values[i] = random.nextInt(65_536);
        }
        for (int t = 1; t < 3; t++) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    int row = Math.floorMod(i - moved[t][1], height);
                    int column = Math.floorMod(j - moved[t][0], width);
                    values[(t * height + i) * width + j] = values[row * width + column];
                }
            }
        }
        Stack input = Stacks.of(PixelType.U16, new Shape(3, height, width, 1), values);
        Register.Params params = new Register.Params(Reference.FRAME, 0, Taper.NONE, Method.BILINEAR, 9);
        try (Stack registered = Stacks.register().apply(input, params)) {
            registered.prepare(Progress.none());
            List<double[]> found = shifts(registered);
            assertArrayEquals(new double[] {5, 9}, found.get(1), 1e-3);
            assertArrayEquals(new double[] {-11, -3}, found.get(2), 1e-3);
            assertTrue(registered.metadata().properties().get("registration").contains("poorest match 1.000"));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void registeredFramesAgreeWithTheReference(Method method) throws Exception {
        try (Stack registered = Stacks.register().apply(moving(PixelType.F32), params(Reference.FRAME, 0, method))) {
            double[] reference = Stacks.values(registered, 0);
            for (int t = 1; t < SHIFTS.length; t++) {
                double[] frame = Stacks.values(registered, t);
                double worst = 0;
                for (int i = 12; i < HEIGHT - 12; i++) {
                    for (int j = 12; j < WIDTH - 12; j++) {
                        worst = Math.max(worst, Math.abs(frame[i * WIDTH + j] - reference[i * WIDTH + j]));
                    }
                }
                assertTrue(worst < 12, "frame " + t + " differs by " + worst); // unregistered: above 60
            }
        }
    }

    @Test
    void anyFrameCanStayWhereItIs() throws Exception {
        try (Stack registered =
                Stacks.register().apply(moving(PixelType.F32), params(Reference.FRAME, 3, Method.BILINEAR))) {
            registered.prepare(Progress.none());
            assertArrayEquals(new double[] {0, 0}, shifts(registered).get(3));
            assertArrayEquals(new double[] {7.3, -4.8}, shifts(registered).get(0), 0.1);
        }
    }

    @Test
    void whatComesInIsFilled() throws Exception {
        double[] values = new double[2 * 8 * 8];
        values[3 * 8 + 3] = 200;
        values[64 + 3 * 8 + 5] = 200; // two to the right
        Stack input = Stacks.of(PixelType.U8, new Shape(2, 8, 8, 1), values);
        Register.Params params = new Register.Params(Reference.FRAME, 0, Taper.NONE, Method.BILINEAR, 9);
        try (Stack registered = Stacks.register().apply(input, params)) {
            double[] frame = Stacks.values(registered, 1);
            assertEquals(200, frame[3 * 8 + 3], 1);
            assertEquals(9, frame[3 * 8 + 6]);
            assertEquals(9, frame[3 * 8 + 7]);
            assertEquals(0, frame[3 * 8 + 1]);
        }
    }

    @Test
    void ofConstantFramesMovesNothing() throws Exception {
        Stack input = Stacks.of(PixelType.F32, new Shape(3, 1, 2, 1), 5, 5, 5, 5, Double.NaN, 5);
        try (Stack registered = Stacks.register().apply(input, Stacks.register().defaults())) {
            assertArrayEquals(new double[] {Double.NaN, 5}, Stacks.values(registered, 2));
            assertArrayEquals(new double[] {0, 0}, shifts(registered).get(1));
        }
    }

    @Test
    void cancelledPreparationCanBeRepeated() throws Exception {
        for (Reference reference : Reference.values()) {
            Register.Params params = params(reference, 0, Method.BILINEAR);
            try (Stack registered = Stacks.register().apply(moving(PixelType.U8), params)) {
                assertThrows(CancellationException.class, () -> registered.prepare(new Stopping()));
                registered.prepare(Progress.none());
                assertEquals(SHIFTS.length, shifts(registered).size());
            }
        }
    }

    @Test
    void refusesAFrameThatIsNotThere() throws IOException {
        try (Stack input = moving(PixelType.U8)) {
            assertRefuses(
                    "register needs 0 ≤ frame < 5, got 5",
                    Stacks.register(),
                    params(Reference.FRAME, 5, Method.BILINEAR),
                    input);
            assertRefuses(
                    "register of a U8 stack needs a whole fill value from 0 to 255, got NaN",
                    Stacks.register(),
                    new Register.Params(Reference.FRAME, 0, Taper.HANN, Method.BILINEAR, Double.NaN),
                    input);
        }
    }

    /** Stops when it is asked for the second time. */
    private static final class Stopping implements Progress {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public void worked(long finished, long total) {}

        @Override
        public boolean cancelled() {
            return asked.incrementAndGet() > 1;
        }
    }
}
