package org.tachyscope.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgressTest {

    /** Notes what is reported. */
    private static final class Noted implements Progress {
        private final List<String> reports = new ArrayList<>();
        private boolean cancelled;

        @Override
        public void step(String name) {
            reports.add(name);
        }

        @Override
        public void worked(long done, long total) {
            reports.add(done + " of " + total);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    @Test
    void silentReportsNothing() {
        Noted job = new Noted();
        job.step("decoding");
        job.silent().step("a part of it");
        job.silent().worked(1, 2);
        job.worked(3, 4);
        assertEquals(List.of("decoding", "3 of 4"), job.reports);
    }

    @Test
    void silentPassesACancelOn() {
        Noted job = new Noted();
        Progress silent = job.silent();
        silent.checkCancelled();
        assertFalse(silent.cancelled());
        job.cancelled = true;
        assertTrue(silent.cancelled());
        assertThrows(CancellationException.class, silent::checkCancelled);
    }
}
