package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Frame;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Range;

class FrameRendererTest {

    private static final int BACK = 0x123456;
    private static final int NAN = 0xd000d0;

    private final FrameRenderer renderer = new FrameRenderer();

    @Test
    void paintsPixelForPixelAtActualSize() {
        Frame frame = Frames.u8(2, 3, 1, 10, 20, 30, 40, 50, 60);
        assertArrayEquals(
                gray(10, 20, 30, 40, 50, 60), render(frame, new Viewport(3, 2, 3, 2, 1, 0, 0), new Range(0, 255)));
    }

    @Test
    void fillsTheSurroundingsWithTheBackground() {
        Frame frame = Frames.u8(1, 2, 1, 10, 20);
        int[] expected = {
            BACK, BACK, BACK, BACK,
            BACK, 0x0a0a0a, 0x141414, BACK,
            BACK, BACK, BACK, BACK
        };
        assertArrayEquals(expected, render(frame, new Viewport(2, 1, 4, 3, 1, 1, 1), new Range(0, 255)));
    }

    @Test
    void paintsOnlyBackgroundWhenTheFrameIsElsewhere() {
        Frame frame = Frames.u8(1, 2, 1, 10, 20);
        assertArrayEquals(
                new int[] {BACK, BACK, BACK, BACK},
                render(frame, new Viewport(2, 1, 2, 2, 1, 7, 7), new Range(0, 255)));
    }

    @Test
    void repeatsPixelsWhenEnlarged() {
        Frame frame = Frames.u8(2, 2, 1, 1, 2, 3, 4);
        assertArrayEquals(
                gray(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4),
                render(frame, new Viewport(2, 2, 4, 4, 2, 0, 0), new Range(0, 255)));
    }

    /** A quarter of middle gray on the edges: 3 · (40 / 4) + 32 = 62 = 0x3e; the corner gets it twice: 3 · 15 + 32 = 77. */
    @Test
    void drawsAGridBetweenLargePixels() {
        int[] out = render(Frames.u8(1, 2, 1, 40, 40), new Viewport(2, 1, 48, 24, 24, 0, 0), new Range(0, 255));
        assertEquals(0x3e3e3e, out[5]);
        assertEquals(0x3e3e3e, out[5 * 48]);
        assertEquals(0x282828, out[5 * 48 + 5]);
        assertEquals(0x282828, out[5 * 48 + 23]);
        assertEquals(0x3e3e3e, out[5 * 48 + 24]);
        assertEquals(0x4d4d4d, out[24]);
    }

    /** A view of 3 × 2 on a frame that starts at (-3, -2) with zoom 2: columns 1 2 2, rows 1 1. */
    @Test
    void paintsOnlyTheVisiblePart() {
        Frame frame = Frames.u8(3, 4, 1, IntStream.range(0, 12).toArray());
        assertArrayEquals(
                gray(5, 6, 6, 5, 6, 6), render(frame, new Viewport(4, 3, 3, 2, 2, -3, -2), new Range(0, 255)));
    }

    @Test
    void averagesWhatAViewPixelCovers() {
        Frame frame = Frames.u8(2, 4, 1, 10, 20, 100, 100, 30, 40, 100, 200);
        assertArrayEquals(gray(25, 125), render(frame, new Viewport(4, 2, 2, 1, 0.5, 0, 0), new Range(0, 255)));
    }

    /** Zoom 2/3: view pixel 0 covers columns 0 … 1.5, pixel 1 the rest: (10 + 20/2)/1.5 and (20/2 + 40)/1.5. */
    @Test
    void weighsPartlyCoveredPixelsByArea() {
        Frame frame = Frames.f32(1, 3, 1, 10, 20, 40);
        Viewport view = new Viewport(3, 1, 2, 1, 2.0 / 3, 0, 0);
        assertArrayEquals(gray(13, 33), render(frame, view, new Range(0, 255)));
    }

    @Test
    void keepsAThinLineVisibleWhenReduced() {
        int[] samples = new int[64 * 64];
        Arrays.setAll(samples, i -> i % 64 == 31 ? 255 : 0);
        int[] out = render(Frames.u8(64, 64, 1, samples), Viewport.fit(64, 64, 8, 8), new Range(0, 255));
        for (int py = 0; py < 8; py++) {
            assertEquals(0x202020, out[py * 8 + 3], "v = 1/8, entry 32");
            assertEquals(0, out[py * 8 + 4]);
        }
    }

    @Test
    void reducesOnlyTheVisibleColumns() {
        Frame frame = Frames.u8(2, 8, 1, 0, 0, 10, 20, 30, 40, 0, 0, 0, 0, 10, 20, 30, 40, 0, 0);
        assertArrayEquals(gray(15, 35), render(frame, new Viewport(8, 2, 2, 1, 0.5, -1, 0), new Range(0, 255)));
    }

    @Test
    void averagesNoNeighbourThatIsOnlyTouched() {
        float[] samples = new float[27];
        Arrays.fill(samples, 8);
        samples[9] = Float.NaN;
        int[] out = render(Frames.f32(1, 27, 1, samples), new Viewport(27, 1, 3, 1, 1.0 / 9, 0, 0), new Range(0, 255));
        assertArrayEquals(new int[] {0x080808, NAN, 0x080808}, out);
    }

    @Test
    void readsSixteenBitsUnsigned() {
        Frame frame = Frames.u16(1, 3, 1, 0, 32768, 65535);
        assertArrayEquals(gray(0, 128, 255), render(frame, new Viewport(3, 1, 3, 1, 1, 0, 0), new Range(0, 65535)));
    }

    @Test
    void readsFloatsAndMarksNaN() {
        Frame frame = Frames.f32(1, 4, 1, -1, 0.5f, Float.NaN, 2);
        int[] out = render(frame, new Viewport(4, 1, 4, 1, 1, 0, 0), new Range(0, 1));
        assertArrayEquals(new int[] {0, 0x808080, NAN, 0xffffff}, out);
    }

    @Test
    void paintsColorFramesChannelByChannel() {
        Frame frame = Frames.u8(1, 2, 3, 10, 20, 30, 200, 100, 0);
        assertArrayEquals(
                new int[] {0x0a141e, 0xc86400}, render(frame, new Viewport(2, 1, 2, 1, 1, 0, 0), new Range(0, 255)));
    }

    @Test
    void ignoresTheFourthChannel() {
        Frame frame = Frames.u16(1, 1, 4, 0, 32768, 65535, 1);
        assertArrayEquals(new int[] {0x0080ff}, render(frame, new Viewport(1, 1, 1, 1, 1, 0, 0), new Range(0, 65535)));
    }

    @Test
    void marksColorPixelsWithANaN() {
        Frame frame = Frames.f32(1, 2, 3, 0, Float.NaN, 1, 0, 0.5f, 1);
        assertArrayEquals(new int[] {NAN, 0x0080ff}, render(frame, new Viewport(2, 1, 2, 1, 1, 0, 0), new Range(0, 1)));
    }

    @Test
    void averagesColorsChannelByChannel() {
        Frame frame = Frames.u8(1, 2, 3, 10, 20, 30, 20, 40, 60);
        assertArrayEquals(new int[] {0x0f1e2d}, render(frame, new Viewport(2, 1, 1, 1, 0.5, 0, 0), new Range(0, 255)));
    }

    @Test
    void showsTheFirstOfTwoChannels() {
        Frame frame = Frames.u8(1, 2, 2, 10, 99, 20, 99);
        assertArrayEquals(gray(10, 20), render(frame, new Viewport(2, 1, 2, 1, 1, 0, 0), new Range(0, 255)));
    }

    @Test
    void paintsTheSameAfterAFrameOfAnotherSize() {
        Frame large = Frames.u8(1, 4, 1, 1, 2, 3, 4);
        Frame small = Frames.u8(1, 2, 1, 7, 8);
        render(large, new Viewport(4, 1, 2, 1, 0.5, 0, 0), new Range(0, 255));
        render(large, new Viewport(4, 1, 4, 1, 1, 0, 0), new Range(0, 255));
        assertArrayEquals(gray(7), render(small, new Viewport(2, 1, 1, 1, 0.5, 0, 0), new Range(0, 255)));
        assertArrayEquals(gray(7, 8), render(small, new Viewport(2, 1, 2, 1, 1, 0, 0), new Range(0, 255)));
    }

    private int[] render(Frame frame, Viewport view, Range range) {
        int[] out = new int[view.width() * view.height()];
        Arrays.fill(out, 0xdeadbe);
        renderer.render(frame, new ToneMap(Lut.ofChannel(ColorMap.GRAY), range, frame.type()), view, BACK, out);
        return out;
    }

    private static int[] gray(int... levels) {
        return Arrays.stream(levels).map(i -> i * 0x010101).toArray();
    }
}
