package org.tachyscope.ui.internal;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.tachyscope.api.data.Frame;

/** Makes a small picture of a frame: each pixel the mean of what it covers, from the darkest value black to the brightest white. */
final class PreviewImage {

    /** Bounds both sides of the picture. */
    static final int MOST = 900;

    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

    private PreviewImage() {}

    static ImageData of(Frame frame) {
        int step = Math.max(1, Math.ceilDiv(Math.max(frame.width(), frame.height()), MOST));
        int width = Math.ceilDiv(frame.width(), step);
        int height = Math.ceilDiv(frame.height(), step);
        int shown = frame.channels() >= 3 ? 3 : 1;
        float[] means = new float[width * height * shown];
        for (int i = 0; i < means.length; i++) {
            int x = i / shown % width * step;
            int y = i / shown / width * step;
            means[i] = mean(frame, x, y, step, i % shown);
        }
        return picture(means, width, height, shown);
    }

    private static float mean(Frame frame, int x, int y, int step, int channel) {
        double sum = 0;
        int count = 0;
        for (int row = y; row < Math.min(frame.height(), y + step); row++) {
            for (int column = x; column < Math.min(frame.width(), x + step); column++) {
                sum += frame.sample(row, column, channel);
                count++;
            }
        }
        return (float) (sum / count);
    }

    private static ImageData picture(float[] means, int width, int height, int shown) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float mean : means) {
            if (Float.isFinite(mean)) {
                low = Math.min(low, mean);
                high = Math.max(high, mean);
            }
        }
        ImageData data = new ImageData(width, height, 24, RGB);
        for (int i = 0; i < width * height; i++) {
            int color = 0;
            for (int c = 0; c < 3; c++) {
                color = color << 8 | level(means[i * shown + (shown == 3 ? c : 0)], low, high);
            }
            data.setPixel(i % width, i / width, color);
        }
        return data;
    }

    private static int level(float value, float low, float high) {
        return high > low && Float.isFinite(value) ? Math.round((value - low) / (high - low) * 255) : 0;
    }
}
