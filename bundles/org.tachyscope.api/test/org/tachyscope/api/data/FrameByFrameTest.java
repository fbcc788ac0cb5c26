package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameByFrameTest {

    private static final Stack INPUT = MemoryStack.of(
            MemorySegment.ofArray(new byte[] {1, 2, 3, 4, 5, 6}),
            new Shape(3, 1, 2, 1),
            PixelType.U8,
            Metadata.named("input"));

    @Test
    void computesEachFrameFromItsOwn() throws Exception {
        Stack doubled = new FrameByFrame(INPUT, INPUT.shape(), PixelType.F32, (in, out) -> {
            for (int i = 0; i < in.samples(); i++) {
                out.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (2 * in.sample(i)));
            }
        });
        try (doubled;
                Cursor cursor = doubled.cursor()) {
            assertEquals(12, cursor.frame(2).sample(1));
            assertEquals(2, cursor.frame(0).sample(0));
        }
    }

    @Test
    void refusesAnotherNumberOfFrames() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> new FrameByFrame(INPUT, INPUT.shape().withFrames(2), PixelType.U8, (in, out) -> {}));
        assertEquals("frame by frame needs as many frames as its input, got 2 of 3", error.getMessage());
    }

    @Test
    void saysWhatItWasTold() {
        Stack named = FrameByFrame.of(INPUT, INPUT.shape(), PixelType.U8, (in, out) -> out.copyFrom(in.pixels()))
                .named("blur, radius 3 px")
                .reaching(new Origin.Reach(3, 3))
                .taking(100)
                .describedBy(metadata -> metadata.withName("blurred " + metadata.name()));
        Origin origin = named.origin().orElseThrow();
        assertEquals("blur, radius 3 px", origin.step());
        assertEquals(new Origin.Reach(3, 3), origin.space());
        assertEquals(Origin.Reach.NONE, origin.time());
        assertEquals(2 + 100, origin.cursorBytes());
        assertEquals("blurred input", named.metadata().name());
    }

    @Test
    void eachCursorClosesItsOwnWorker() throws Exception {
        List<String> events = new ArrayList<>();
        Stack worked = FrameByFrame.withWorkers(INPUT, INPUT.shape(), PixelType.U8, () -> {
            events.add("made");
            return new Noting(events);
        });
        try (Cursor first = worked.cursor();
                Cursor second = worked.cursor()) {
            assertEquals(3, first.frame(1).sample(0));
            assertEquals(6, second.frame(2).sample(1));
        }
        assertEquals(List.of("made", "made", "closed", "closed"), events);
    }

    private record Noting(List<String> events) implements FrameByFrame.Worker {
        @Override
        public void compute(Frame in, MemorySegment out) {
            out.copyFrom(in.pixels());
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }
}
