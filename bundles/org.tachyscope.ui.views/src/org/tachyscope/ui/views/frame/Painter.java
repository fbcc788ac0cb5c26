package org.tachyscope.ui.views.frame;

import java.io.IOException;
import java.util.Optional;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Range;

/** Turns wishes for frames of one stack into pixels. Belongs to one thread and keeps what the next wish may need again. */
final class Painter {

    private final Cursor cursor;
    private final PixelType type;
    private final boolean rgb;
    private final Ranges ranges;
    private final FrameRenderer renderer = new FrameRenderer();
    private Optional<Tones> tones = Optional.empty();

    private Optional<Painted> last = Optional.empty();

    private record Painted(Wish wish, Range range) {}

    private record Tones(Range range, ColorMap colors, ToneMap map) {}

    Painter(Stack stack, Cursor cursor) {
        this.cursor = cursor;
        this.type = stack.type();
        this.rgb = Row.rgb(stack.shape().channels());
        this.ranges = new Ranges(stack.shape(), stack.type());
    }

    /** Finds the range of the colours. */
    Range range(Wish wish) throws IOException {
        return ranges.find(wish.levels(), wish.frame(), cursor);
    }

    /** Tells how often the values of the stack occur. */
    Distribution distribution() {
        return ranges.distribution(cursor);
    }

    /** Tells whether the last pixels that were painted are those that are wished for. */
    boolean painted(Wish wish, Range range) {
        return last.isPresent()
                && last.get().wish().looksLike(wish)
                && last.get().range().equals(range);
    }

    /** Paints the visible part of the wished frame. */
    void paint(Wish wish, Range range, int[] pixels) throws IOException {
        last = Optional.empty();
        Frame frame = cursor.frame(wish.frame());
        renderer.render(frame, tones(range, wish.colors()), wish.view(), wish.background(), pixels);
        last = Optional.of(new Painted(wish, range));
    }

    /** Reads the values that can be written into the pixels. */
    Optional<Labels> labels(Wish wish, int[] painted) throws IOException {
        return Labels.of(cursor.frame(wish.frame()), wish.view(), painted);
    }

    /** Reads what lies under the pointer. */
    Optional<Readout> read(Wish wish) throws IOException {
        if (wish.pointer().isEmpty()) {
            return Optional.empty();
        }
        return Readout.at(wish.pointer().get(), wish.view(), cursor.frame(wish.frame()), wish.frame());
    }

    private ToneMap tones(Range range, ColorMap colors) {
        if (tones.isPresent()
                && tones.get().range().equals(range)
                && tones.get().colors() == colors) {
            return tones.get().map();
        }
        ToneMap map = new ToneMap(rgb ? Lut.ofChannel(colors) : Lut.of(colors), range, type);
        tones = Optional.of(new Tones(range, colors, map));
        return map;
    }
}
