package org.tachyscope.ui.views.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Range;

/**
 * Measures how long one 1024 × 1024 frame takes from samples to view pixels, without a window. Prints the median and the
 * fastest of {@value #RUNS} runs a case.
 */
final class RenderBenchmark {

    private static final int RUNS = 300;
    private static final int SIZE = 1024;

    private RenderBenchmark() {}

    public static void main(String[] args) {
        for (PixelType type : PixelType.values()) {
            for (int channels : new int[] {1, 3}) {
                Frame frame = noise(type, channels);
                Range range = new RangeFinder(type).find(new Rule.FullType());
                ToneMap tones = new ToneMap(Lut.of(ColorMap.GRAY), range, type);
                measure(frame, tones, "1:1    ", Viewport.fit(SIZE, SIZE, SIZE, SIZE));
                measure(frame, tones, "zoom 2 ", new Viewport(SIZE, SIZE, SIZE, SIZE, 2, -512, -512));
                measure(frame, tones, "zoom ⅔ ", new Viewport(SIZE, SIZE, SIZE, SIZE, 2.0 / 3, 0, 0));
                measure(frame, tones, "zoom ½ ", new Viewport(SIZE, SIZE, SIZE, SIZE, 0.5, 0, 0));
                time(type + "×" + channels + " percentiles of a frame", () -> {
                    RangeFinder finder = new RangeFinder(type);
                    finder.add(frame);
                    finder.find(new Rule.Percentile(0.1, 99.9));
                });
            }
        }
    }

    private static void measure(Frame frame, ToneMap tones, String what, Viewport view) {
        FrameRenderer renderer = new FrameRenderer();
        int[] out = new int[view.width() * view.height()];
        time(frame.type() + "×" + frame.channels() + " " + what, () -> renderer.render(frame, tones, view, 0, out));
    }

    private static void time(String what, Runnable work) {
        double[] ms = new double[RUNS];
        for (int i = -RUNS / 2; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            ms[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%-32s %6.2f ms, fastest %6.2f ms%n", what, ms[RUNS / 2], ms[0]);
    }

    private static Frame noise(PixelType type, int channels) {
        byte[] bytes = new byte[SIZE * SIZE * channels * type.bytes()];
        new Random(1).nextBytes(bytes);
        if (type == PixelType.F32) {
            for (int i = 3; i < bytes.length; i += 4) {
                bytes[i] = 0x3f;
            }
        }
        MemorySegment pixels = Arena.global().allocate(bytes.length, 64);
        MemorySegment.copy(bytes, 0, pixels, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
        return new Frame(SIZE, SIZE, channels, type, pixels);
    }
}
