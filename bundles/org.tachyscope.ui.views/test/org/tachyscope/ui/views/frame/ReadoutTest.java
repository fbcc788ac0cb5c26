package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Frame;

class ReadoutTest {

    private final Viewport twofold = new Viewport(2, 1, 10, 10, 2, 4, 4);

    @Test
    void readsColumnRowFrameAndValue() {
        assertEquals("x 1  y 0  frame 17  value 201", text(Frames.u8(1, 2, 1, 3, 201), 6, 5));
        assertEquals("x 0  y 0  frame 17  value 65535", text(Frames.u16(1, 2, 1, 65535, 0), 5, 5));
    }

    @Test
    void readsFloatsWithAllTheirDigits() {
        assertEquals("x 0  y 0  frame 17  value 0.125", text(Frames.f32(1, 2, 1, 0.125f, 0), 4, 4));
        assertEquals("x 0  y 0  frame 17  value 1.5E20", text(Frames.f32(1, 2, 1, 1.5e20f, 0), 4, 4));
        assertEquals("x 0  y 0  frame 17  value NaN", text(Frames.f32(1, 2, 1, Float.NaN, 0), 4, 4));
    }

    @Test
    void namesTheChannelsOfColors() {
        assertEquals("x 1  y 0  frame 17  R, G, B 4, 5, 6", text(Frames.u8(1, 2, 3, 1, 2, 3, 4, 5, 6), 6, 4));
        assertEquals("x 1  y 0  frame 17  value 3, 4", text(Frames.u8(1, 2, 2, 1, 2, 3, 4), 6, 4));
    }

    @Test
    void saysNothingBesideTheFrame() {
        Frame frame = Frames.u8(1, 2, 1, 3, 201);
        assertTrue(Readout.at(new Wish.Spot(3, 4), twofold, frame, 0).isEmpty());
        assertTrue(Readout.at(new Wish.Spot(8, 4), twofold, frame, 0).isEmpty());
        assertTrue(Readout.at(new Wish.Spot(4, 6), twofold, frame, 0).isEmpty());
    }

    private String text(Frame frame, int px, int py) {
        return Readout.at(new Wish.Spot(px, py), twofold, frame, 17)
                .orElseThrow()
                .text();
    }
}
