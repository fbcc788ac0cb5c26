package org.tachyscope.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_MAKETYPE;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.api.data.PixelType;

/** Goes back and forth between the memory of frames and OpenCV's matrices, without copying. */
public final class Matrices {

    /** Bounds the channels that one matrix can have. */
    public static final int MAX_CHANNELS = 512;

    private Matrices() {}

    /**
     * Describes the memory of one frame to OpenCV. The caller closes the matrix, which frees the description only.
     *
     * @param channels at most {@link #MAX_CHANNELS}
     * @param frame off-heap, packed rows of the type's samples; must stay alive as long as the matrix is used, and may be
     *     read-only if OpenCV only reads it
     */
    public static Mat of(int height, int width, int channels, PixelType type, MemorySegment frame) {
        return new Mat(height, width, CV_MAKETYPE(depth(type), channels), pointer(frame));
    }

    /** Returns OpenCV's number for a pixel type. */
    public static int depth(PixelType type) {
        return switch (type) {
            case U8 -> CV_8U;
            case U16 -> CV_16U;
            case F32 -> CV_32F;
        };
    }

    /** Points at the start of a segment. The segment must stay alive while the pointer is used. */
    public static Pointer pointer(MemorySegment segment) {
        return new Address(segment.address());
    }

    /** Shows native memory that somebody else frees as a segment. */
    public static MemorySegment segment(Pointer start, long bytes) {
        return MemorySegment.ofAddress(start.address()).reinterpret(bytes);
    }

    private static final class Address extends Pointer {
        Address(long value) {
            super((Pointer) null);
            address = value;
        }
    }
}
