package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.core.Seconds;

class PiecesTest {

    @Test
    void stepsAreSeparatedByCommasButTheirValuesMayHoldSome() {
        assertEquals(
                List.of(
                        new Step("mean", List.of()),
                        new Step("roi-mean", List.of("box=1,2,3,4")),
                        new Step("std", List.of("divisor=sample", "b=-1")),
                        new Step("max", List.of())),
                Step.parse(List.of("mean,roi-mean:box=1,2,3,4,std:divisor=sample:b=-1", "max")));
    }

    @Test
    void theRateForgetsASlowStart() {
        Rate rate = new Rate(100);
        for (int second = 1; second <= 30; second++) {
            rate.at(100 + second, second <= 10 ? second : 10 + 100L * (second - 10));
        }
        assertEquals(100, rate.perSecond().orElseThrow(), 1e-9);
        assertEquals(79.9, rate.left(10_000).orElseThrow(), 1e-9);
        assertEquals(30, rate.elapsed());
    }

    @Test
    void nothingIsSaidAboutTheTimeLeftBeforeItIsKnown() {
        Rate rate = new Rate(0);
        rate.at(0.1, 5);
        assertTrue(rate.left(100).isEmpty());
        rate.at(1, 0);
        assertTrue(rate.perSecond().isEmpty());
    }

    @Test
    void timesReadWell() {
        assertEquals("0.05 s", Seconds.text(0.05));
        assertEquals("3.2 s", Seconds.text(3.21));
        assertEquals("59 s", Seconds.text(59.4));
        assertEquals("1 min 0 s", Seconds.text(59.6));
        assertEquals("2 h 5 min", Seconds.text(7530));
    }

    @Test
    void onATerminalProgressIsOneLineThatFitsAndIsClearedAtTheEnd() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Terminal terminal = new Terminal(to, to, true, Path.of(""));
            try (Ticker ticker = new Ticker(terminal, () -> false)) {
                ticker.bytesPerUnit(1_000_000_000);
                ticker.step("reducing");
                ticker.worked(75, 100);
                Thread.sleep(350);
            }
        }
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("\rreducing [############----]  75 %, "), text);
        assertTrue(text.endsWith("\r\u001b[K"), text);
        for (String line : text.split("\r")) {
            assertTrue(line.replace("\u001b[K", "").length() < 80, line);
        }
        assertEquals(-1, text.indexOf('\n'));
    }

    @Test
    void whatIsNotCountedInFramesIsShownInPercentOnly() throws InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Terminal terminal = new Terminal(to, to, false, Path.of(""));
            try (Ticker ticker = new Ticker(terminal, () -> false)) {
                ticker.step("encoding, in percent");
                ticker.worked(50, 100);
                Thread.sleep(3200);
            }
        }
        String first = err.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
        assertTrue(first.matches("encoding: \\(50 %\\), [\\d.]+ s left"), first);
    }

    @Test
    void theDemonstrationIsTheSameEverywhere() {
        byte[] first = DemoData.pixels(0);
        assertArrayEquals(first, DemoData.pixels(0));
        assertEquals(DemoData.WIDTH * DemoData.HEIGHT, first.length);
        assertEquals(255, first[320 * DemoData.WIDTH + 60] & 0xff);
        assertEquals(0, DemoData.pixels(3)[320 * DemoData.WIDTH + 60] & 0xff);
        // the ring's centre starts at (386, 192), its crest 70 px to the left
        assertEquals(190, mean(first, 316, 192), 25);
        assertEquals(58, mean(first, 100, 60), 8);
    }

    private static double mean(byte[] pixels, int x, int y) {
        double sum = 0;
        for (int dy = -2; dy <= 2; dy++) {
            sum += pixels[(y + dy) * DemoData.WIDTH + x] & 0xff;
        }
        return sum / 5;
    }
}
