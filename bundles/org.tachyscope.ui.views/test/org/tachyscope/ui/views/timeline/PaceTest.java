package org.tachyscope.ui.views.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MS = 1_000_000;

    @Test
    void waitsUntilTheNextFrameIsDue() {
        assertEquals(40, new Pace(25).delay(0, 1, 0));
        assertEquals(25, new Pace(25).delay(0, 1, 15 * MS));
    }

    /** At 30 fps frame 3 is due after 100 ms, however the waits before were rounded. */
    @Test
    void addsUpNoRounding() {
        assertEquals(34, new Pace(30).delay(1000 * MS, 3, 1066 * MS));
    }

    @Test
    void neverWaitsLessThanAMillisecond() {
        assertEquals(1, new Pace(100).delay(0, 1, 500 * MS));
    }

    /** At 10 fps frame 3 is due after 300 ms, and is late when frame 4 is due. */
    @Test
    void noticesThatTheDisplayCannotKeepUp() {
        assertFalse(new Pace(10).late(0, 3, 399 * MS));
        assertTrue(new Pace(10).late(0, 3, 401 * MS));
    }

    @Test
    void startsAgainBehindTheLastFrame() {
        assertEquals(8, Pace.after(7, 10));
        assertEquals(0, Pace.after(9, 10));
        assertEquals(0, Pace.after(0, 1));
    }
}
