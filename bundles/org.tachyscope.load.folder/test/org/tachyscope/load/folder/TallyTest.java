package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;

class TallyTest {

    private static final long SECOND = 1_000_000_000;

    private final List<String> said = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void saysOnceASecondWhatMostOfTheTimeGoesTo() {
        Progress progress = new Progress() {
            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void waitsFor(String what) {
                said.add(what);
            }
        };
        Tally tally = new Tally(progress, 10, clock::get);
        tally.spent(90, 100);
        assertEquals(List.of(), said);
        clock.set(SECOND + 1);
        tally.spent(0, 100);
        assertEquals(List.of("the decoder"), said);
        tally.spent(90, 100);
        clock.set(2 * SECOND + 2);
        tally.spent(20, 100);
        assertEquals(List.of("the decoder", "the disk"), said);
    }
}
