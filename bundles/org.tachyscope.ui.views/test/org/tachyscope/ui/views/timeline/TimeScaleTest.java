package org.tachyscope.ui.views.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTest {

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 300, 1000, 1_000_000, 3_000_000_000L})
    void reachesTheFirstAndTheLastFrame(long frames) {
        TimeScale scale = new TimeScale(frames, 8, 500);
        assertEquals(0, scale.frameAt(8));
        assertEquals(frames - 1, scale.frameAt(508));
        assertEquals(8, scale.xOf(0));
        assertEquals(508, scale.xOf(frames - 1));
    }

    @Test
    void clampsBesideTheLine() {
        TimeScale scale = new TimeScale(100, 8, 500);
        assertEquals(0, scale.frameAt(-1000));
        assertEquals(99, scale.frameAt(100_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 100, 333, 501})
    void findsEveryFrameWherePixelsSuffice(int frames) {
        TimeScale scale = new TimeScale(frames, 3, 500);
        for (long frame = 0; frame < frames; frame++) {
            assertEquals(frame, scale.frameAt(scale.xOf(frame)));
        }
    }

    /** 10 frames over 90 px: one every 10 px, the border between frames 3 and 4 at 35. */
    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 1", "30, 3", "34, 3", "35, 4", "90, 9"})
    void takesTheNearestFrame(int x, long frame) {
        assertEquals(frame, new TimeScale(10, 0, 90).frameAt(x));
    }

    @Test
    void showsASingleFrameAtTheStart() {
        TimeScale scale = new TimeScale(1, 8, 500);
        assertEquals(8, scale.xOf(0));
        assertEquals(0, scale.frameAt(300));
        assertEquals(List.of(0L), scale.ticks(60));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "200, 10", "300, 15", "1000000, 50000"})
    void turnsPagesOfATwentieth(long frames, long page) {
        assertEquals(page, new TimeScale(frames, 0, 500).page());
    }

    /** 300 frames on 600 px: a label of 70 px spans 34.9 frames, so every 50th has one. */
    @Test
    void labelsRoundFrames() {
        TimeScale scale = new TimeScale(300, 0, 600);
        assertEquals(List.of(0L, 50L, 100L, 150L, 200L, 250L), scale.ticks(70));
        assertEquals(200_000, new TimeScale(1_000_000, 0, 600).step(70));
        assertEquals(1, new TimeScale(5, 0, 600).step(70));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 17, 4096, 1_000_000, 3_000_000_000L})
    void givesEveryLabelItsRoom(long frames) {
        TimeScale scale = new TimeScale(frames, 0, 777);
        List<Long> ticks = scale.ticks(60);
        for (int i = 1; i < ticks.size(); i++) {
            assertTrue(scale.xOf(ticks.get(i)) - scale.xOf(ticks.get(i - 1)) >= 59);
        }
    }

    @Test
    void refusesAnEmptyLine() {
        assertThrows(IllegalArgumentException.class, () -> new TimeScale(10, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new TimeScale(0, 0, 10));
    }
}
