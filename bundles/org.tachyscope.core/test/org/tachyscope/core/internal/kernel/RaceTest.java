package org.tachyscope.core.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private long rested;
    private int rounds;

    @Test
    void newerWinsOnceItIsCompiled() {
        assertTrue(race(round -> 10, round -> round < 100 ? 1000 : 9));
        assertEquals(101, rounds);
        assertEquals(100 * 1000, rested);
    }

    @Test
    void newerThatIsAsFastDoesNotWin() {
        assertFalse(race(round -> SECOND, round -> SECOND));
        assertEquals(30, rounds);
        assertEquals(0, rested);
    }

    @Test
    void oneSlowRoundDoesNotDecide() {
        assertTrue(race(round -> round % 3 == 0 ? 500 : 10, round -> round % 2 == 0 ? 900 : 9));
    }

    @Test
    void firstRoundsDoNotDecide() {
        assertFalse(race(round -> round == 0 ? 50 * SECOND : 1, round -> 10 * SECOND));
    }

    private boolean race(IntToLongFunction known, IntToLongFunction newer) {
        Runnable first = () -> now += known.applyAsLong(rounds);
        Runnable second = () -> now += newer.applyAsLong(rounds++);
        return new Race(first, second, () -> now, nanos -> rested += nanos).newerWins();
    }
}
