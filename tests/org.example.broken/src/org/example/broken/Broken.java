package org.example.broken;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Stack;

/** Throws as soon as it is made: what a broken plug-in does to the rest is tested with it. */
@Component
@Contribution(id = "broken", label = "Broken")
public final class Broken implements Operation<Broken.Params> {

    /** Has no parameters. */
    public record Params() {}

    public Broken() {
        throw new IllegalStateException("broken on purpose");
    }

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Stack apply(Stack input, Params params) {
        return input;
    }
}
