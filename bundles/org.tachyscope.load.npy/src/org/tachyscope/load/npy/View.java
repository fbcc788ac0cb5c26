package org.tachyscope.load.npy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tachyscope.api.data.Shape;

/**
 * Tells where the samples of a stack lie in an array: how many samples of the array it is from one to the next along time, rows,
 * columns and channels.
 */
record View(Shape shape, long time, long row, long column, long channel) {

    /** Looks at an array of these lengths with its axes in this order. */
    static View of(Axes axes, List<Long> lengths, boolean fortran) {
        List<Long> strides = new ArrayList<>(Collections.nCopies(lengths.size(), 0L));
        long stride = 1;
        for (int i = 0; i < lengths.size(); i++) {
            int axis = fortran ? i : lengths.size() - 1 - i;
            strides.set(axis, stride);
            stride *= lengths.get(axis);
        }
        return new View(
                axes.shape(lengths),
                axes.along('T', strides),
                axes.along('H', strides),
                axes.along('W', strides),
                axes.along('C', strides));
    }

    /** Looks at an array in Fortran order whose axes are those of a stack: time is the fastest. */
    static View fortran(Shape shape) {
        return of(
                Axes.THWC,
                List.of(shape.frames(), (long) shape.height(), (long) shape.width(), (long) shape.channels()),
                true);
    }

    /** Tells whether the samples of a frame lie together, in the order of a stack. */
    boolean framesAreDense() {
        return (shape.channels() == 1 || channel == 1)
                && (shape.width() == 1 || column == shape.channels())
                && (shape.height() == 1 || row == shape.samplesPerRow());
    }

    /** Tells whether all samples lie in the order of a stack. */
    boolean isDense() {
        return framesAreDense() && (shape.frames() == 1 || time == shape.samplesPerFrame());
    }

    /** Tells whether the samples of a row lie together, in the order of a stack. */
    boolean rowsAreDense() {
        return (shape.channels() == 1 || channel == 1) && (shape.width() == 1 || column == shape.channels());
    }

    /** Tells whether the next sample of the array is the same one of the next frame. */
    boolean timeIsFastest() {
        return shape.frames() > 1 && time == 1;
    }

    /** Returns the place of a sample, in samples of the array. */
    long at(long frame, int y, int x, int c) {
        return frame * time + y * row + x * column + c * channel;
    }
}
