package org.tachyscope.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;

/** Checks the rules of {@link Stack} and {@link Cursor} on a small stack. */
public abstract class StackContract {

    /** Opens a stack of a few frames. The test closes it. */
    protected abstract Stack open() throws Exception;

    /** Tells whether closing the stack frees its pixels. Say no for stacks that compute from another one. */
    protected boolean ownsItsPixels() {
        return true;
    }

    @Test
    void followsTheRulesOfStacks() throws Exception {
        try (Stack stack = open()) {
            StackRules.check(stack);
        }
    }

    @Test
    void closedStackGivesNoPixels() throws Exception {
        if (!ownsItsPixels()) {
            return;
        }
        Stack stack = open();
        Cursor cursor = stack.cursor();
        cursor.frame(0);
        stack.close();
        assertThrows(Exception.class, () -> Samples.bytes(cursor.frame(0)));
        cursor.close();
    }
}
