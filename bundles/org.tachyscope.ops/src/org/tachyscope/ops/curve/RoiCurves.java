package org.tachyscope.ops.curve;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Measures regions in every frame of a window. */
final class RoiCurves implements Accumulator<RoiCurves> {

    /**
     * Names one quantity.
     *
     * @param label what it is called
     * @param unit unit of its values
     * @param statistic what it is
     * @param meter index of the plan whose meter knows it
     */
    record Quantity(String label, String unit, Statistic statistic, int meter) {}

    private final List<Quantity> quantities;
    private final List<Meter> meters;
    private final Window window;
    private int frames;

    RoiCurves(List<Meter.Plan> plans, List<Quantity> quantities, Window window) {
        this.quantities = quantities;
        this.window = window;
        meters = plans.stream().map(plan -> plan.start().meter(window)).toList();
    }

    @Override
    public void add(Block block) {
        meters.forEach(meter -> meter.add(block));
        reached(block.window().firstFrame() + block.window().frames());
    }

    private void reached(long end) {
        frames = Math.max(frames, (int) (end - window.firstFrame()));
    }

    @Override
    public void merge(RoiCurves other) {
        int first = (int) (other.window.firstFrame() - window.firstFrame());
        for (int i = 0; i < meters.size(); i++) {
            meters.get(i).merge(other.meters.get(i), first);
        }
        reached(other.window.firstFrame() + other.frames);
    }

    @Override
    public Result result() {
        double[] index = new double[frames];
        for (int t = 0; t < frames; t++) {
            index[t] = window.firstFrame() + t;
        }
        List<Column.Numbers> columns = new ArrayList<>();
        for (Quantity quantity : quantities) {
            for (int c = 0; c < window.stack().channels(); c++) {
                columns.add(column(quantity, c));
            }
        }
        return new Curve(new Column.Numbers("frame", "", index), columns);
    }

    private Column.Numbers column(Quantity quantity, int channel) {
        double[] values = new double[frames];
        for (int t = 0; t < frames; t++) {
            values[t] = meters.get(quantity.meter).value(quantity.statistic, t, channel);
        }
        String label = window.stack().channels() == 1 ? quantity.label : quantity.label + ", channel " + channel;
        return new Column.Numbers(label, quantity.unit, values);
    }
}
