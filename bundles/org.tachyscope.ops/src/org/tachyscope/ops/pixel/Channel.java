package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;

/** Takes one channel out of several, as it is. */
@Component
@Contribution(id = "channel", label = "Split off a channel", group = "Channels")
public final class Channel implements Operation<Channel.Params> {

    /**
     * Names the channel.
     *
     * @param index counted from 0
     */
    public record Params(
            @Param(label = "Index", help = "Counted from 0: red is 0, green 1, blue 2.", min = 0)
            int index) {}

    @Override
    public Params defaults() {
        return new Params(0);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        int channels = input.shape().channels();
        int index = params.index();
        if (index < 0 || index >= channels) {
            throw new IllegalArgumentException(
                    "there is no channel " + index + "; the stack has " + channels + ", counted from 0");
        }
        return new ChannelStack("channel " + index, input, 1, (in, out, pixels) -> {
            for (int i = 0; i < pixels; i++) {
                out[i] = in[i * channels + index];
            }
        });
    }
}
