package org.tachyscope.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Checks the rules of {@link Operation} on awkward stacks. The operation may refuse some of them, as it would a user's, with
 * an {@link IllegalArgumentException}.
 *
 * @param <P> the operation's parameters
 */
public abstract class OperationContract<P extends Record> {

    /** Returns the operation under test. */
    protected abstract Operation<P> operation();

    /** Returns the parameters to test with. */
    protected P params() {
        return operation().defaults();
    }

    /** Returns the stacks to try. */
    protected List<Stack> inputs() {
        List<Stack> inputs = new ArrayList<>(Samples.all());
        inputs.add(Samples.awkwardFloats());
        return inputs;
    }

    @Test
    void hasDefaults() {
        assertNotNull(operation().defaults());
        assertEquals(operation().defaults(), operation().defaults());
    }

    @Test
    void acceptsSomeInput() {
        assertFalse(accepted().isEmpty(), "the operation refuses every sample stack");
    }

    @Test
    void resultFollowsTheRulesOfStacks() throws Exception {
        for (Stack input : accepted()) {
            try (Stack result = operation().apply(input, params())) {
                StackRules.check(result);
            }
        }
    }

    @Test
    void inputStaysAsItIsAndOpen() throws Exception {
        for (Stack input : accepted()) {
            List<byte[]> before = StackRules.frames(input);
            try (Stack result = operation().apply(input, params())) {
                StackRules.frames(result);
            }
            List<byte[]> after = StackRules.frames(input);
            for (int t = 0; t < before.size(); t++) {
                assertArrayEquals(before.get(t), after.get(t), "frame " + t);
            }
        }
    }

    @Test
    void appliesWithoutReading() throws Exception {
        for (Stack input : accepted()) {
            Unread unread = new Unread(input);
            try (Stack result = operation().apply(unread, params())) {
                assertTrue(result.shape().frames() >= 1);
            }
        }
    }

    @Test
    void resultDoesNotDependOnWhereTheInputLives() throws Exception {
        for (Stack input : accepted()) {
            try (Stack mapped = operation().apply(input, params());
                    Stack decoded = operation().apply(Samples.scattered(input), params())) {
                StackRules.assertSameFrames(mapped, decoded);
            }
        }
    }

    private List<Stack> accepted() {
        List<Stack> accepted = new ArrayList<>();
        for (Stack input : inputs()) {
            try {
                operation().apply(input, params());
                accepted.add(input);
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage() != null && !refused.getMessage().isBlank(), "refused without a reason");
            }
        }
        return accepted;
    }

    /** Fails when somebody reads it. */
    private record Unread(Stack described) implements Stack {
        @Override
        public Shape shape() {
            return described.shape();
        }

        @Override
        public PixelType type() {
            return described.type();
        }

        @Override
        public Metadata metadata() {
            return described.metadata();
        }

        @Override
        public Cursor cursor() throws IOException {
            throw new AssertionError("an operation is lazy: apply must not read");
        }
    }
}
