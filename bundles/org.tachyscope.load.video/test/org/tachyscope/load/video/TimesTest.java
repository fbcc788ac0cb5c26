package org.tachyscope.load.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.data.Timing;

class TimesTest {

    private static final String H264 = "-c:v libx264 -pix_fmt yuv420p -preset veryfast -g 12 -bf 2 ";

    @TempDir
    Path folder;

    @Test
    void ofAConstantRateAreUniform() throws Exception {
        Plan plan = Videos.plan(Videos.of(50, folder.resolve("a.mp4"), H264));
        Timing.Uniform timing = assertInstanceOf(Timing.Uniform.class, timing(plan));
        assertEquals(0, timing.start(), 1e-9);
        assertEquals(0.04, timing.step(), 1e-9);
        assertEquals("no", fact(plan, "variable rate", "found"));
        assertEquals("25 frames/s", fact(plan, "rate", "found"));
    }

    @Test
    void mayStartLater() throws Exception {
        Plan plan = Videos.plan(Videos.of(50, folder.resolve("a.mkv"), H264 + "-output_ts_offset 3.5"));
        assertEquals(3.5, timing(plan).seconds(0).orElseThrow(), 1e-3);
        assertEquals(3.5 + 49 * 0.04, timing(plan).seconds(49).orElseThrow(), 1e-3);
        assertEquals("3.5 s", fact(plan, "start", "found"));
    }

    /** Frame n is presented at n² ms after one second: every step is longer than the one before. */
    @Test
    void ofAVariableRateAreListed() throws Exception {
        Path file = Videos.of(
                40,
                folder.resolve("a.mkv"),
                H264 + "-vf settb=1/1000,setpts=1000+N*N -fps_mode passthrough -enc_time_base 1/1000");
        Plan plan = Videos.plan(file);
        Timing.Listed timing = assertInstanceOf(Timing.Listed.class, timing(plan));
        for (int n = 0; n < 40; n++) {
            assertEquals(1 + n * n / 1000.0, timing.seconds(n).orElseThrow(), 0.0011, "frame " + n);
        }
        assertEquals("yes", fact(plan, "variable rate", "found"));
        FrameExactTest.assertEveryFrameShowsItsNumber(
                file, IntStream.range(0, 40).toArray());
    }

    @Test
    void tellWhereFramesAreMissing() throws Exception {
        Path file = Videos.of(
                40,
                folder.resolve("gap.mp4"),
                H264 + "-vf select='not(between(n,10,14)+between(n,30,30))' -fps_mode passthrough");
        Plan plan = Videos.plan(file);
        assertEquals("34", fact(plan, "frames", "found"));
        assertEquals("2", fact(plan, "gaps", "found"));
        assertEquals("6", fact(plan, "frames missing in gaps", "found"));
        assertEquals("no", fact(plan, "variable rate", "found"));
        Table gaps = plan.reports().get(1).table();
        assertEquals(9, ((Column.Numbers) gaps.columns().get(0)).get(0));
        assertEquals(0.36, ((Column.Numbers) gaps.columns().get(1)).get(0), 1e-3);
        assertEquals(0.60, ((Column.Numbers) gaps.columns().get(2)).get(0), 1e-3);
        assertEquals(5, ((Column.Numbers) gaps.columns().get(3)).get(0));
        assertEquals(24, ((Column.Numbers) gaps.columns().get(0)).get(1));
        int[] shown = IntStream.range(0, 40)
                .filter(n -> (n < 10 || n > 14) && n != 30)
                .toArray();
        FrameExactTest.assertEveryFrameShowsItsNumber(file, shown);
    }

    /** Copied from 1.1 s on: the packets begin at the key frame 24, and an edit list hides what is before 1.1 s. */
    @Test
    void ofAnEditListHideWhatItCutsOff() throws Exception {
        Path whole = Videos.of(100, folder.resolve("whole.mp4"), H264);
        Path cut = Videos.from(whole, folder.resolve("cut.mp4"), "-ss 1.1", "-c copy");
        Plan plan = Videos.plan(cut);
        int frames = (int) plan.shape().frames();
        assertEquals(72, frames);
        FrameExactTest.assertEveryFrameShowsItsNumber(
                cut, IntStream.range(28, 100).toArray());
    }

    @Test
    void ofTheHeaderAreOnlyDeclared() throws Exception {
        Path file = Videos.of(50, folder.resolve("a.avi"), "-c:v mjpeg -q:v 2 -pix_fmt yuvj420p");
        byte[] bytes = java.nio.file.Files.readAllBytes(file);
        for (String chunk : new String[] {"avih", "strh"}) {
            int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(chunk);
            bytes[at + 8 + (chunk.equals("avih") ? 16 : 32)] = 77; // the count of frames
        }
        java.nio.file.Files.write(file, bytes);
        Plan plan = Videos.plan(file);
        assertEquals(50, plan.shape().frames());
        assertEquals("77", fact(plan, "frames", "declared"));
        FrameExactTest.assertEveryFrameShowsItsNumber(
                file, IntStream.range(0, 50).toArray());
    }

    private static Timing timing(Plan plan) throws Exception {
        try (var stack = plan.open(Progress.none())) {
            return stack.metadata().timing();
        }
    }

    private static String fact(Plan plan, String what, String column) {
        Table table = plan.reports().getFirst().table();
        Column.Texts names = (Column.Texts) table.columns().getFirst();
        Column.Texts values = (Column.Texts) table.columns().stream()
                .filter(found -> found.label().equals(column))
                .findFirst()
                .orElseThrow();
        return values.values().get(names.values().indexOf(what));
    }
}
