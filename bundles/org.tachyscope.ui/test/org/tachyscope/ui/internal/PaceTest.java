package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void saysNothingAboutTimeInTheFirstHalfSecond() {
        assertEquals("10 of 400", new Pace(0, 0).text(10, 400, SECOND / 3));
    }

    @Test
    void countsFromTheFirstReport() {
        // 300 frames in 2 s since the report of frame 100: 150/s, and 600 more take 4 s.
        assertEquals("400 of 1,000 · 150/s · 4 s left", new Pace(5 * SECOND, 100).text(400, 1000, 7 * SECOND));
    }

    @Test
    void slowRatesHaveADecimal() {
        assertEquals("3 of 4 · 1.5/s · 1 s left", new Pace(0, 0).text(3, 4, 2 * SECOND));
    }

    @Test
    void standstillPromisesNothing() {
        assertEquals("0 of 4", new Pace(0, 0).text(0, 4, 9 * SECOND));
    }

    @Test
    void longTimesAreSaidInMinutesAndHours() {
        assertEquals("89 s", Pace.time(88.2));
        assertEquals("2 min", Pace.time(120));
        assertEquals("3 h 20 min", Pace.time(12_000));
    }
}
