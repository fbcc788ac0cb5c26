package org.tachyscope.ui.views.frame;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;

/**
 * Says what lies under the pointer, such as {@code x 123  y 45  frame 17  value 201}.
 *
 * @param text one line
 */
record Readout(String text) {

    /** Reads the pixel at a spot, unless it lies outside the frame. */
    static Optional<Readout> at(Wish.Spot spot, Viewport view, Frame frame, long index) {
        if (!view.hits(spot.px(), spot.py())) {
            return Optional.empty();
        }
        int column = view.columnAt(spot.px());
        int row = view.rowAt(spot.py());
        return Optional.of(
                new Readout("x " + column + "  y " + row + "  frame " + index + "  " + values(frame, row, column)));
    }

    private static String values(Frame frame, int row, int column) {
        String all = IntStream.range(0, frame.channels())
                .mapToObj(channel -> number(frame.type(), frame.sample(row, column, channel)))
                .collect(Collectors.joining(", "));
        return (Row.rgb(frame.channels()) ? frame.channels() == 3 ? "R, G, B " : "R, G, B, A " : "value ") + all;
    }

    private static String number(PixelType type, double value) {
        return switch (type) {
            case U8, U16 -> Long.toString((long) value);
            case F32 -> Float.toString((float) value);
        };
    }
}
