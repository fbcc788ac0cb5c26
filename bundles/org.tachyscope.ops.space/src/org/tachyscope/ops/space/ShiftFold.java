package org.tachyscope.ops.space;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;

/**
 * Finds the shifts of all frames from one of them, in parallel: a table with a row a frame. Keeps one correlation for each thread
 * that works at a time, and frees them when it is closed.
 */
final class ShiftFold implements AutoCloseable {

    private final Shape shape;
    private final PixelType type;
    private final Register.Taper taper;
    private final Frame reference;
    private final Arena arena = Arena.ofShared();
    private final Queue<PhaseCorrelation> idle = new ConcurrentLinkedQueue<>();

    /** Copies the reference. */
    ShiftFold(Shape shape, PixelType type, Register.Taper taper, Frame reference) {
        this.shape = shape;
        this.type = type;
        this.taper = taper;
        this.reference = Frame.of(
                shape, type, arena.allocate(reference.pixels().byteSize(), 64).copyFrom(reference.pixels()));
    }

    Fold fold() {
        return new Fold.OfBlocks<>(Fold.Split.FRAMES, _ -> new Found());
    }

    /** Reads the shifts from the fold's result. */
    static Shift[] shifts(Result result) {
        if (!(result instanceof Table(List<Column> columns))
                || !(columns.get(0) instanceof Column.Numbers x)
                || !(columns.get(1) instanceof Column.Numbers y)
                || !(columns.get(2) instanceof Column.Numbers match)) {
            throw new IllegalArgumentException("no table of shifts: " + result);
        }
        Shift[] shifts = new Shift[x.size()];
        for (int t = 0; t < shifts.length; t++) {
            shifts[t] = new Shift(x.get(t), y.get(t), match.get(t));
        }
        return shifts;
    }

    private PhaseCorrelation correlation() {
        PhaseCorrelation rested = idle.poll();
        if (rested != null) {
            return rested;
        }
        PhaseCorrelation made = new PhaseCorrelation(shape, taper);
        made.refer(reference);
        return made;
    }

    @Override
    public void close() {
        idle.forEach(PhaseCorrelation::close);
        arena.close();
    }

    private final class Found implements Accumulator<Found> {
        private final List<Shift> shifts = new ArrayList<>();

        @Override
        public void add(Block block) {
            PhaseCorrelation correlation = correlation();
            try {
                for (long t = 0; t < block.window().frames(); t++) {
                    shifts.add(correlation.shift(Frame.of(shape, type, block.frame(t))));
                }
            } finally {
                idle.add(correlation);
            }
        }

        @Override
        public void merge(Found other) {
            shifts.addAll(other.shifts);
        }

        @Override
        public Result result() {
            return new Table(List.of(column("x", Shift::x), column("y", Shift::y), column("match", Shift::match)));
        }

        private Column column(String label, ToDoubleFunction<Shift> value) {
            return new Column.Numbers(
                    label, "px", shifts.stream().mapToDouble(value).toArray());
        }
    }
}
