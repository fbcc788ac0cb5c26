package org.tachyscope.it;

import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Stack;

/** Does nothing, for plug-ins that are made while a test runs. */
public final class Idle implements Operation<Idle.Params> {

    /** Has no parameters. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Stack apply(Stack input, Params params) {
        return input;
    }
}
