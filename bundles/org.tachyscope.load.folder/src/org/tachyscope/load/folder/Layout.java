package org.tachyscope.load.folder;

import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/** Describes one frame as it lies in the stack: C order, channels interleaved. */
record Layout(int height, int width, int channels, PixelType type) {

    long bytes() {
        return (long) shape(1).samplesPerFrame() * type.bytes();
    }

    Shape shape(long frames) {
        return new Shape(frames, height, width, channels);
    }

    Layout withSize(int newHeight, int newWidth) {
        return new Layout(newHeight, newWidth, channels, type);
    }

    /** Returns {@code width × height type}, and the channels if there are several. */
    @Override
    public String toString() {
        return width + " × " + height + " " + type + (channels == 1 ? "" : " with " + channels + " channels");
    }
}
