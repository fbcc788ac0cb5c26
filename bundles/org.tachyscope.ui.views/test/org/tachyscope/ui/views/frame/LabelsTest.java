package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Frame;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Range;

class LabelsTest {

    @Test
    void writesTheVisibleValuesRowByRow() {
        Frame frame = Frames.u8(2, 3, 1, 1, 2, 3, 4, 5, 250);
        Labels labels = labels(frame, new Viewport(3, 2, 80, 80, 40, -40, 0));
        assertEquals(new Box(1, 0, 2, 2), labels.box());
        assertEquals(List.of("2", "3", "5", "250"), labels.texts());
    }

    @Test
    void knowsWhereBlackIsReadBetter() {
        Frame frame = Frames.u8(1, 2, 1, 10, 240);
        Labels labels = labels(frame, new Viewport(2, 1, 80, 40, 40, 0, 0));
        assertFalse(labels.bright(0));
        assertTrue(labels.bright(1));
    }

    @Test
    void writesColorsChannelBelowChannel() {
        Labels labels = labels(Frames.u8(1, 1, 3, 7, 8, 9), new Viewport(1, 1, 40, 40, 40, 0, 0));
        assertEquals(List.of("7\n8\n9"), labels.texts());
    }

    @Test
    void writesFloatsShortAndNaN() {
        Labels labels = labels(Frames.f32(1, 2, 1, 0.123456f, Float.NaN), new Viewport(2, 1, 80, 40, 40, 0, 0));
        assertEquals(List.of("0.123", "NaN"), labels.texts());
    }

    @Test
    void writesNothingIntoSmallOrManyPixels() {
        Frame frame = Frames.u8(100, 100, 1, new int[10_000]);
        int[] painted = new int[4000 * 4000];
        assertTrue(Labels.of(frame, new Viewport(100, 100, 80, 80, 31, 0, 0), painted)
                .isEmpty());
        assertTrue(Labels.of(frame, new Viewport(100, 100, 4000, 4000, 40, 0, 0), painted)
                .isEmpty());
        assertTrue(Labels.of(frame, new Viewport(100, 100, 80, 80, 40, 100, 0), painted)
                .isEmpty());
    }

    private static Labels labels(Frame frame, Viewport view) {
        int[] painted = new int[view.width() * view.height()];
        ToneMap tones = new ToneMap(Lut.of(ColorMap.GRAY), new Range(0, 255), frame.type());
        new FrameRenderer().render(frame, tones, view, 0, painted);
        return Labels.of(frame, view, painted).orElseThrow();
    }
}
