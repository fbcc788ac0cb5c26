package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Makes one channel of several, in the stack's own pixel type: luma 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), or the mean of
 * all channels. U8 and U16 are rounded half up from exact integers, F32 once from float64. Luma leaves out a fourth channel.
 */
@Component
@Contribution(id = "gray", label = "Gray", group = "Channels")
public final class Gray implements Operation<Gray.Params> {

    /** Tells how channels are weighed. */
    public enum Rule {
        /** By the brightness that a person sees. */
        LUMA,
        /** All alike. */
        MEAN
    }

    /**
     * Names the rule.
     *
     * @param rule how channels are weighed
     */
    public record Params(
            @Param(label = "Rule", help = "Luma weighs red, green and blue; mean weighs all channels alike.")
            Rule rule) {}

    @Override
    public Params defaults() {
        return new Params(Rule.LUMA);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        int channels = input.shape().channels();
        boolean whole = input.type() != PixelType.F32;
        return switch (params.rule()) {
            case LUMA -> {
                if (channels != 3 && channels != 4) {
                    throw new IllegalArgumentException("luma needs 3 or 4 channels, got " + channels);
                }
                yield new ChannelStack(
                        "gray by luma",
                        input,
                        1,
                        whole
                                ? (in, out, n) -> luma(in, out, n, channels)
                                : (in, out, n) -> lumaF(in, out, n, channels));
            }
            case MEAN ->
                new ChannelStack(
                        "gray by mean",
                        input,
                        1,
                        whole
                                ? (in, out, n) -> mean(in, out, n, channels)
                                : (in, out, n) -> meanF(in, out, n, channels));
        };
    }

    private static void luma(float[] in, float[] out, int pixels, int channels) {
        for (int i = 0; i < pixels; i++) {
            int at = i * channels;
            out[i] = (299 * (int) in[at] + 587 * (int) in[at + 1] + 114 * (int) in[at + 2] + 500) / 1000;
        }
    }

    private static void lumaF(float[] in, float[] out, int pixels, int channels) {
        for (int i = 0; i < pixels; i++) {
            int at = i * channels;
            out[i] = (float) (0.299 * in[at] + 0.587 * in[at + 1] + 0.114 * in[at + 2]);
        }
    }

    private static void mean(float[] in, float[] out, int pixels, int channels) {
        for (int i = 0; i < pixels; i++) {
            long sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += (long) in[i * channels + c];
            }
            out[i] = (2 * sum + channels) / (2L * channels);
        }
    }

    private static void meanF(float[] in, float[] out, int pixels, int channels) {
        for (int i = 0; i < pixels; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += in[i * channels + c];
            }
            out[i] = (float) (sum / channels);
        }
    }
}
