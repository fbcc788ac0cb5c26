package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

class JobProgressTest {

    private static final class Recorder extends NullProgressMonitor {
        private final List<String> said = new ArrayList<>();
        private int ticks;

        @Override
        public void subTask(String name) {
            said.add(name);
        }

        @Override
        public void worked(int work) {
            ticks += work;
        }
    }

    private final Recorder monitor = new Recorder();
    private final JobProgress progress = new JobProgress(monitor);

    @Test
    void barIsFullAtTheEnd() {
        progress.step("decoding");
        progress.worked(1, 4);
        progress.worked(4, 4);
        assertEquals(1000, monitor.ticks);
        assertEquals(List.of("decoding", "decoding 1 of 4", "decoding 4 of 4"), monitor.said);
    }

    @Test
    void viewHearsLittleOfManyReports() {
        for (int i = 1; i <= 10_000; i++) {
            progress.worked(i, 1_000_000);
        }
        assertTrue(monitor.said.size() < 50, monitor.said.size() + " reports");
    }

    @Test
    void cancelOfTheJobReachesTheWork() {
        assertFalse(progress.cancelled());
        monitor.setCanceled(true);
        assertTrue(progress.cancelled());
        assertThrows(CancellationException.class, progress::checkCancelled);
    }
}
