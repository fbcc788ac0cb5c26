package org.tachyscope.ops.pixel;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;

/**
 * Puts the channels of stacks from files behind those of the stack. Each file has the stack's frames, extent, channels and
 * pixel type.
 */
@Component
@Contribution(id = "merge", label = "Merge channels", group = "Channels")
public final class Merge implements Operation<Merge.Params> {

    private final Engine engine;

    /** Opens files with {@code engine}. */
    @Activate
    public Merge(@org.osgi.service.component.annotations.Reference Engine engine) {
        this.engine = engine;
    }

    /**
     * Names the other channels.
     *
     * @param files stacks whose channels follow, in this order
     */
    public record Params(
            @Param(label = "Files", help = "Stacks of the same extent, whose channels follow in this order.")
            List<FileName> files) {

        /** Copies the list. */
        public Params {
            files = List.copyOf(files);
        }
    }

    @Override
    public Params defaults() {
        return new Params(List.of());
    }

    @Override
    public Stack apply(Stack input, Params params) {
        int channels = input.shape().channels();
        return params.files().isEmpty()
                ? new ChannelStack(
                        "merge channels with none",
                        input,
                        channels,
                        (in, out, pixels) -> System.arraycopy(in, 0, out, 0, pixels * channels))
                : MergedStack.of(engine, input, params.files());
    }
}
