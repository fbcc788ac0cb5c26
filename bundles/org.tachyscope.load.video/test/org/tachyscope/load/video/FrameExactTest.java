package org.tachyscope.load.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;

/** Asks for every frame, in order and in random order, and reads the number that it shows. */
class FrameExactTest {

    private static final String H264 = "-c:v libx264 -pix_fmt yuv420p -preset veryfast";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant.mp4 | -g 12 -bf 0",
                "b.mp4 | -g 24 -bf 3",
                "pyramid.mkv | -g 30 -bf 8 -b_strategy 0 -x264-params b-pyramid=normal",
                "open-group.mp4 | -g 12 -bf 3 -x264-params open-gop=1",
                "open-group.mkv | -g 12 -bf 3 -x264-params open-gop=1",
                "all-intra.mov | -g 1",
                "one-group.mp4 | -g 1000 -keyint_min 1000",
                "b.avi | -g 24 -bf 2",
                "start.mp4 | -g 12 -bf 2 -output_ts_offset 3.5",
                "start.mkv | -g 12 -bf 2 -output_ts_offset 3.5",
                "fragments.mp4 | -g 12 -bf 2 -movflags frag_keyframe+empty_moov",
                "front.mp4 | -g 12 -bf 2 -movflags faststart",
                "b.ts | -g 12 -bf 2",
                "b.flv | -g 12 -bf 2",
                "intra-refresh.mp4 | -g 30 -bf 0 -x264-params intra-refresh=1",
                "slices.mp4 | -g 12 -bf 2 -x264-params slices=4",
                "interlaced.mp4 | -g 12 -bf 2 -x264-params tff=1"
            })
    void h264(String name, String options) throws Exception {
        Path file = Videos.of(100, folder.resolve(name), H264 + " " + options);
        assertEveryFrameShowsItsNumber(file, IntStream.range(0, 100).toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h265.mp4 | -c:v libx265 -x265-params log-level=none:keyint=24:bframes=3 -tag:v hvc1 -pix_fmt yuv420p",
                "h265-open.mkv | -c:v libx265 -x265-params log-level=none:keyint=12:open-gop=1:bframes=4 -pix_fmt yuv420p",
                "vp8.webm | -c:v libvpx -g 20 -auto-alt-ref 1 -lag-in-frames 10",
                "vp9.webm | -c:v libvpx-vp9 -g 20 -auto-alt-ref 1 -lag-in-frames 20 -row-mt 1 -cpu-used 8",
                "vp9.mp4 | -c:v libvpx-vp9 -g 20 -auto-alt-ref 1 -lag-in-frames 20 -row-mt 1 -cpu-used 8",
                "av1.mkv | -c:v libaom-av1 -cpu-used 8 -g 20 -lag-in-frames 10",
                "av1.mp4 | -c:v libaom-av1 -cpu-used 8 -g 20 -lag-in-frames 10",
                "mpeg4.avi | -c:v mpeg4 -q:v 2 -g 12",
                "mpeg4-b.avi | -c:v mpeg4 -q:v 2 -g 12 -bf 2",
                "mpeg4-b.mp4 | -c:v mpeg4 -q:v 2 -g 12 -bf 2",
                "mjpeg.avi | -c:v mjpeg -q:v 2 -pix_fmt yuvj420p",
                "mjpeg.mov | -c:v mjpeg -q:v 2 -pix_fmt yuvj422p",
                "ffv1.mkv | -c:v ffv1 -g 10",
                "ffv1.avi | -c:v ffv1 -level 3 -pix_fmt yuv444p",
                "prores.mov | -c:v prores_ks -profile:v 3",
                "raw.avi | -c:v rawvideo -pix_fmt yuv420p",
                "raw-rgb.avi | -c:v rawvideo -pix_fmt bgr24",
                "raw.mov | -c:v rawvideo -pix_fmt uyvy422",
                "raw.mkv | -c:v rawvideo -pix_fmt gray",
                "raw.y4m | -pix_fmt yuv420p",
                "gray16.mkv | -c:v ffv1 -pix_fmt gray16le",
                "ten.mp4 | -c:v libx264 -pix_fmt yuv420p10le -bf 3 -g 24",
                "ten.mkv | -c:v libx265 -x265-params log-level=none:keyint=24 -pix_fmt yuv420p10le",
                "twelve.mkv | -c:v ffv1 -pix_fmt gray12le",
                "mpeg2.mpg | -c:v mpeg2video -q:v 2 -bf 2 -g 12",
                "mpeg2.ts | -c:v mpeg2video -q:v 2 -bf 2 -g 12",
                "wmv.wmv | -c:v wmv2 -q:v 2",
                "theora.ogv | -c:v libtheora -q:v 8",
                "loop.gif | -vf split[a][b];[a]palettegen[p];[b][p]paletteuse"
            })
    void codecs(String name, String options) throws Exception {
        Path file = Videos.of(60, folder.resolve(name), options);
        assertEveryFrameShowsItsNumber(file, IntStream.range(0, 60).toArray());
    }

    static void assertEveryFrameShowsItsNumber(Path file, int... numbers) throws Exception {
        try (Stack stack = Videos.open(file);
                Cursor forward = stack.cursor();
                Cursor random = stack.cursor()) {
            assertEquals(numbers.length, stack.shape().frames(), "frames of " + file);
            for (int t = 0; t < numbers.length; t++) {
                assertEquals(numbers[t], Videos.number(forward.frame(t)), "frame " + t + " of " + file + " in order");
            }
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, numbers.length).boxed().toList());
            Collections.shuffle(order, new Random(1));
            for (int t : order) {
                assertEquals(numbers[t], Videos.number(random.frame(t)), "frame " + t + " of " + file + " at random");
            }
        }
    }
}
