package org.tachyscope.ops.space;

import org.bytedeco.opencv.global.opencv_core;

/** Tells what a filter takes for pixels outside the frame. */
public enum Border {
    /** The frame mirrored about its outermost pixels, {@code dcb|abcd|cba}, as often as the kernel needs it. */
    MIRROR,
    /** The nearest pixel of the frame, {@code aaa|abcd|ddd}. */
    NEAREST,
    /** Zeros. */
    ZERO;

    /** Returns OpenCV's number for this rule. */
    int code() {
        return switch (this) {
            case MIRROR -> opencv_core.BORDER_REFLECT_101;
            case NEAREST -> opencv_core.BORDER_REPLICATE;
            case ZERO -> opencv_core.BORDER_CONSTANT;
        };
    }

    /** Returns the name for people. */
    String words() {
        return switch (this) {
            case MIRROR -> "mirrored border";
            case NEAREST -> "repeated border";
            case ZERO -> "zeros outside";
        };
    }
}
