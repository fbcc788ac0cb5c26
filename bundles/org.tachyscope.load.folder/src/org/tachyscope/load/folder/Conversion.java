package org.tachyscope.load.folder;

import static org.bytedeco.opencv.global.opencv_core.CV_16S;
import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8S;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2RGBA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.lang.foreign.MemorySegment;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.opencv.Matrices;

/** Knows what becomes of a picture as OpenCV decodes it, whose channels are blue, green, red, alpha, in the stack. */
final class Conversion {

    /** Says what becomes of short signed integers. */
    static final String SIGNED = "signed integers became F32 with the same values";

    /** Says what becomes of colour. */
    static final String GRAY = "colour became gray, 0.299 R + 0.587 G + 0.114 B";

    private static final int STRIP_BYTES = 1 << 16;

    private Conversion() {}

    /** Returns how a picture will lie in the stack. */
    static Layout layout(Mat picture, Channels channels) {
        return new Layout(
                picture.rows(), picture.cols(), toGray(picture, channels) ? 1 : picture.channels(), type(picture));
    }

    /** Says what changes on the way, beside the order of the channels; empty if nothing does. */
    static String change(Mat picture, Channels channels) {
        String samples = switch (picture.depth()) {
            case CV_8U, CV_16U, CV_32F -> "";
            case CV_8S, CV_16S -> SIGNED;
            default -> rounded(8 * (int) picture.elemSize1());
        };
        String colour = toGray(picture, channels) ? GRAY : "";
        return samples.isEmpty() || colour.isEmpty() ? samples + colour : samples + ", and " + colour;
    }

    /** Says what becomes of long samples. */
    static String rounded(int bits) {
        return "samples of " + bits + " bits were rounded to F32";
    }

    /** Describes the memory of one frame of the stack to OpenCV. The caller closes the matrix. */
    static Mat matrix(Layout layout, MemorySegment frame) {
        return Matrices.of(layout.height(), layout.width(), layout.channels(), layout.type(), frame);
    }

    /** Writes a picture whose {@link #layout} is {@code layout} into one frame of the stack. */
    static void write(Mat picture, Layout layout, MemorySegment frame) {
        int depth = Matrices.depth(layout.type());
        if (picture.channels() == layout.channels()) {
            try (Mat target = matrix(layout, frame)) {
                picture.convertTo(target, depth);
                toRgb(target);
            }
        } else if (picture.depth() == depth) {
            gray(picture, layout, frame);
        } else {
            try (Mat same = new Mat()) {
                picture.convertTo(same, depth);
                gray(same, layout, frame);
            }
        }
    }

    /** Reorders blue, green, red to red, green, blue in place, a strip of rows at a time, as OpenCV copies its input. */
    static void toRgb(Mat picture) {
        int channels = picture.channels();
        if (channels != 3 && channels != 4) {
            return;
        }
        int rows = picture.rows();
        int step = (int) Math.clamp(STRIP_BYTES / Math.max(1, picture.step()), 1L, (long) rows);
        for (int row = 0; row < rows; row += step) {
            try (Mat strip = picture.rowRange(row, Math.min(rows, row + step))) {
                cvtColor(strip, strip, channels == 3 ? COLOR_BGR2RGB : COLOR_BGRA2RGBA);
            }
        }
    }

    private static void gray(Mat picture, Layout layout, MemorySegment frame) {
        long bytes = layout.bytes() * picture.channels();
        Luma.ofBgr(Matrices.segment(picture.data(), bytes), picture.channels(), layout.type(), frame);
    }

    private static boolean toGray(Mat picture, Channels channels) {
        return switch (channels) {
            case KEEP -> false;
            case GRAY -> picture.channels() == 3 || picture.channels() == 4;
        };
    }

    private static PixelType type(Mat picture) {
        return switch (picture.depth()) {
            case CV_8U -> PixelType.U8;
            case CV_16U -> PixelType.U16;
            default -> PixelType.F32;
        };
    }
}
