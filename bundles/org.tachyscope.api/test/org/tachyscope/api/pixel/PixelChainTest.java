package org.tachyscope.api.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class PixelChainTest {

    /** Larger than a piece, and no multiple of one. */
    private static final Shape SHAPE = new Shape(3, 67, 41, 1);

    private record Times(float factor) implements PixelStep {
        @Override
        public String words() {
            return "times " + factor;
        }

        @Override
        public Worker worker(PixelTools tools) {
            return (first, samples, count) -> {
                for (int i = 0; i < count; i++) {
                    samples[i] *= factor;
                }
            };
        }
    }

    /** Rounds to U8. */
    private record ToBytes() implements PixelStep {
        @Override
        public String words() {
            return "to bytes";
        }

        @Override
        public PixelType type(PixelType input) {
            return PixelType.U8;
        }

        @Override
        public Optional<Loss> loss(PixelType input, long frames) {
            return Optional.of(new Loss(Loss.Kind.CONVERTED, frames, input + " to U8"));
        }

        @Override
        public Worker worker(PixelTools tools) {
            return (first, samples, count) -> tools.tally()
                    .add("saturated", tools.math().round(samples, count, 255).saturated());
        }
    }

    /** Adds another stack. */
    private record Plus(Stack other) implements PixelStep {
        @Override
        public String words() {
            return "plus";
        }

        @Override
        public List<Stack> references() {
            return List.of(other);
        }

        @Override
        public Worker worker(PixelTools tools) throws IOException {
            SampleReader reader = tools.reader(other);
            float[] more = new float[PixelChain.PIECE];
            return new Worker() {
                @Override
                public void frame(long index) throws IOException {
                    reader.frame(index);
                }

                @Override
                public void apply(int first, float[] samples, int count) throws IOException {
                    reader.read(first, more, count);
                    for (int i = 0; i < count; i++) {
                        samples[i] += more[i];
                    }
                }

                @Override
                public void close() {
                    reader.close();
                }
            };
        }
    }

    private static Stack ramp(PixelType type) {
        MemorySegment pixels = Arena.ofAuto().allocate(SHAPE.samples() * type.bytes(), 64);
        for (long i = 0; i < SHAPE.samples(); i++) {
            switch (type) {
                case U8 -> pixels.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 7));
                case U16 -> pixels.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) (i * 77));
                case F32 -> pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, i * 0.37f - 900);
            }
        }
        return MemoryStack.of(pixels, SHAPE, type, Metadata.named("ramp"));
    }

    /** The same frames as a decoder gives them. */
    private static Stack decoded(Stack stack) {
        return new FrameByFrame(stack, stack.shape(), stack.type(), (in, out) -> out.copyFrom(in.pixels()));
    }

    private static byte[] frame(Stack stack, long index) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            return cursor.frame(index).pixels().toArray(ValueLayout.JAVA_BYTE);
        }
    }

    @Test
    void takesOverTheStepsOfAChain() {
        Stack input = ramp(PixelType.U8);
        PixelChain chain = PixelChain.of(PixelChain.of(input, new Times(2)), new Times(3));
        assertEquals(List.of(new Times(2), new Times(3)), chain.steps());
        assertSame(input, PixelChain.raw(chain));
        assertEquals("times 2.0, then times 3.0", chain.origin().orElseThrow().step());
        assertEquals(List.of(input), chain.origin().orElseThrow().inputs());
    }

    @Test
    void valuesAreThoseWorkedOutByHand() throws IOException {
        try (Cursor cursor = PixelChain.of(ramp(PixelType.U8), new Times(1.5f)).cursor()) {
            assertEquals(1.5 * 7, cursor.frame(0).sample(1));
            assertEquals(1.5 * (7 * 40 - 256), cursor.frame(0).sample(40));
        }
    }

    @Test
    void fusedIsUnfusedBitForBit() throws IOException {
        for (PixelType type : PixelType.values()) {
            Stack input = ramp(type);
            Stack fused = PixelChain.of(
                    PixelChain.of(PixelChain.of(PixelChain.of(input, new Times(0.3f)), new ToBytes()), new Plus(input)),
                    new Times(-1.7f));
            Stack unfused = PixelChain.of(
                    decoded(PixelChain.of(
                            decoded(PixelChain.of(decoded(PixelChain.of(input, new Times(0.3f))), new ToBytes())),
                            new Plus(decoded(input)))),
                    new Times(-1.7f));
            for (long t = SHAPE.frames() - 1; t >= 0; t--) {
                assertArrayEquals(frame(unfused, t), frame(fused, t), type + " frame " + t);
            }
        }
    }

    @Test
    void partsArePartsOfTheFrame() throws IOException {
        Stack input = ramp(PixelType.U16);
        PixelChain chain = PixelChain.of(PixelChain.of(input, new Plus(input)), new ToBytes());
        assertTrue(chain.readsParts());
        byte[] whole = frame(chain, 1);
        try (Cursor cursor = chain.cursor()) {
            for (int first : new int[] {0, 1, 2046, 2047, 2048, 2700}) {
                MemorySegment out = Arena.ofAuto().allocate(47);
                cursor.read(1, first, 47, out);
                byte[] expected = java.util.Arrays.copyOfRange(whole, first, first + 47);
                assertArrayEquals(expected, out.toArray(ValueLayout.JAVA_BYTE), "from " + first);
            }
        }
    }

    @Test
    void readsWholeFramesWhereADecoderMust() {
        Stack input = ramp(PixelType.U8);
        assertFalse(PixelChain.of(decoded(input), new Times(2)).readsParts());
        assertFalse(PixelChain.of(input, new Plus(decoded(input))).readsParts());
    }

    @Test
    void typeIsThatOfTheLastStep() {
        Stack input = ramp(PixelType.F32);
        assertEquals(PixelType.U8, PixelChain.of(input, new ToBytes()).type());
        assertEquals(
                PixelType.F32,
                PixelChain.of(PixelChain.of(input, new ToBytes()), new Times(2)).type());
    }

    @Test
    void lossesOfReferencesStayKnownOnce() throws IOException {
        Loss skipped = new Loss(Loss.Kind.SKIPPED, 1, "frame 3 can't be read");
        Loss filled = new Loss(Loss.Kind.FILLED, 2, "frames 4 … 5 can't be read");
        var pixels = Arena.ofAuto().allocate(SHAPE.samples());
        Stack input =
                MemoryStack.of(pixels, SHAPE, PixelType.U8, Metadata.named("a").withLoss(skipped));
        Stack other = MemoryStack.of(
                pixels,
                SHAPE,
                PixelType.U8,
                Metadata.named("b").withLoss(skipped).withLoss(filled));
        Stack chain = PixelChain.of(input, new Plus(other));
        assertEquals(List.of(skipped, filled), chain.metadata().losses());
        assertEquals("a", chain.metadata().name());
    }

    @Test
    void remarksSumWhatAllCursorsSaw() throws IOException {
        PixelChain chain = PixelChain.of(PixelChain.of(ramp(PixelType.U8), new Times(2)), new ToBytes());
        assertEquals(List.of(), chain.remarks());
        long expected = 0;
        for (int i = 0; i < SHAPE.samplesPerFrame(); i++) {
            expected += (byte) (i * 7) < 0 ? 1 : 0; // 2 x ≥ 256
        }
        frame(chain, 0);
        assertEquals(List.of("to bytes: " + expected + " samples saturated"), chain.remarks());
    }

    @Test
    void thereIsNoFrameOutsideTheStack() throws IOException {
        try (Cursor cursor = PixelChain.of(ramp(PixelType.U8), new Times(2)).cursor()) {
            assertThrows(IndexOutOfBoundsException.class, () -> cursor.frame(-1));
            assertThrows(IndexOutOfBoundsException.class, () -> cursor.frame(3));
            assertEquals(0, cursor.frame(0).sample(0));
        }
    }

    @Test
    void admitsWhatItsStepsLoseOfTheTypeBeforeThem() {
        Stack input = MemoryStack.of(
                Arena.ofAuto().allocate(SHAPE.samples() * 2), SHAPE, PixelType.U16, Metadata.named("numbers"));
        Stack chain = PixelChain.of(PixelChain.of(input, new Times(2)), new ToBytes());
        assertEquals(
                List.of(new Loss(Loss.Kind.CONVERTED, 3, "F32 to U8")),
                chain.metadata().losses());
    }

    @Test
    void workersOfAFailedCursorAreClosed() {
        AtomicInteger open = new AtomicInteger();
        PixelStep counted = new PixelStep() {
            @Override
            public String words() {
                return "counted";
            }

            @Override
            public Worker worker(PixelTools tools) {
                open.incrementAndGet();
                return new Worker() {
                    @Override
                    public void apply(int first, float[] samples, int count) {}

                    @Override
                    public void close() {
                        open.decrementAndGet();
                    }
                };
            }
        };
        PixelStep failing = new PixelStep() {
            @Override
            public String words() {
                return "failing";
            }

            @Override
            public Worker worker(PixelTools tools) throws IOException {
                throw new IOException("dark.npy does not exist");
            }
        };
        Stack chain = PixelChain.of(PixelChain.of(ramp(PixelType.U8), counted), failing);
        assertThrows(IOException.class, chain::cursor);
        assertEquals(0, open.get());
    }
}
