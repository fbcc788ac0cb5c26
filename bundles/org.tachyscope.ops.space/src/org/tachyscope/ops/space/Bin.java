package org.tachyscope.ops.space;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Makes one pixel of each block of n = width × height pixels: their mean Σx / n, or their sum Σx, channel by channel. Columns at
 * the right and rows at the bottom that fill no block are left out, and the metadata say how many.
 *
 * <p>Mean: the input's type, U8 and U16 rounded half up, or F32. Sum: F32. Sums of U8 and U16 are exact and rounded once, those
 * of F32 are made in float64 and rounded once; a NaN makes its block NaN. A pixel of the result is as large as its block.
 */
@Component
@Contribution(id = "bin", label = "Bin", group = "Geometry")
public final class Bin implements Operation<Bin.Params> {

    /** Chooses blocks and what becomes of them. */
    public record Params(
            @Param(label = "Width", help = "Columns of a block.", min = 1, unit = "px")
            int width,

            @Param(label = "Height", help = "Rows of a block.", min = 1, unit = "px")
            int height,

            @Param(label = "Value", help = "What becomes of a block. A sum is always F32.")
            Value value,

            @Param(label = "Output", help = "Pixel type of a mean.")
            Output output) {}

    /** Tells what becomes of a block. */
    public enum Value {
        /** The mean of its pixels. */
        MEAN,
        /** The sum of its pixels, as F32. */
        SUM
    }

    @Override
    public Params defaults() {
        return new Params(2, 2, Value.MEAN, Output.KEEP);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Shape from = input.shape();
        int width = params.width();
        int height = params.height();
        if (width < 1 || height < 1 || width > from.width() || height > from.height()) {
            throw new IllegalArgumentException("bin needs blocks of 1 × 1 to " + from.width() + " × " + from.height()
                    + " px, got " + width + " × " + height);
        }
        Shape to = new Shape(from.frames(), from.height() / height, from.width() / width, from.channels());
        PixelType type = params.value() == Value.MEAN ? params.output().type(input.type()) : PixelType.F32;
        String words = "bin " + width + " × " + height + " px by "
                + params.value().name().toLowerCase(Locale.ROOT);
        return FrameByFrame.of(input, to, type, new Blocks(to, type, params))
                .named(words)
                .taking(8L * (from.samplesPerRow() + to.samplesPerRow()))
                .describedBy(metadata -> described(metadata, from, params, words));
    }

    private static Metadata described(Metadata metadata, Shape from, Params params, String words) {
        int columns = from.width() % params.width();
        int rows = from.height() % params.height();
        String rest = columns + rows == 0
                ? ""
                : "; " + count(columns, "column") + " at the right and " + count(rows, "row")
                        + " at the bottom are left out";
        return PixelSize.scaled(metadata, params.width(), params.height())
                .withLoss(new Loss(Loss.Kind.BINNED, from.frames(), words + rest));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private record Blocks(Shape to, PixelType type, Params params) implements FrameByFrame.Step {

        @Override
        public void compute(Frame in, MemorySegment out) {
            int used = to.width() * params.width() * to.channels();
            double[] row = new double[used];
            double[] sums = new double[to.samplesPerRow()];
            double divisor = params.value() == Value.MEAN ? (double) params.width() * params.height() : 1;
            for (int i = 0; i < to.height(); i++) {
                Arrays.fill(sums, 0);
                for (int k = 0; k < params.height(); k++) {
                    long first = ((long) i * params.height() + k) * in.width() * in.channels();
                    Rows.load(in.type(), in.pixels(), first, used, row);
                    add(row, sums);
                }
                for (int j = 0; j < sums.length; j++) {
                    sums[j] /= divisor;
                }
                Rows.store(sums, type, out, (long) i * sums.length, sums.length);
            }
        }

        private void add(double[] row, double[] sums) {
            int channels = to.channels();
            int next = 0;
            for (int block = 0; block < sums.length; block += channels) {
                for (int k = 0; k < params.width(); k++) {
                    for (int c = 0; c < channels; c++) {
                        sums[block + c] += row[next++];
                    }
                }
            }
        }
    }
}
