package org.tachyscope.load.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/**
 * States what a player would do with frames, and a stack doesn't, because they are taken as they are stored.
 *
 * @param turn degrees clockwise that a player turns them, 0 … 359
 * @param aspect width of a pixel in heights of it, 0 if unknown
 * @param interlaced whether odd and even rows were taken at different times
 * @param limited whether black and white aren't the ends of the range of values
 */
record Traits(int turn, double aspect, boolean interlaced, boolean limited) {

    /** {@code AV_FRAME_FLAG_INTERLACED}, which JavaCPP leaves out. */
    private static final int INTERLACED = 1 << 3;

    private static final int MATRIX = 9;

    static Traits of(AVFrame picture, PixelFormat format) {
        AVRational aspect = picture.sample_aspect_ratio();
        return new Traits(
                turn(picture),
                aspect.den() == 0 ? 0 : (double) aspect.num() / aspect.den(),
                (picture.flags() & INTERLACED) != 0,
                format.luma() && format.colour() && picture.color_range() != avutil.AVCOL_RANGE_JPEG);
    }

    private static int turn(AVFrame picture) {
        AVFrameSideData data = avutil.av_frame_get_side_data(picture, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (data == null || data.size() < MATRIX * Integer.BYTES) {
            return 0;
        }
        double anticlockwise = avutil.av_display_rotation_get(new IntPointer(data.data()));
        return Double.isNaN(anticlockwise) ? 0 : Math.floorMod(-Math.round(anticlockwise), 360);
    }

    /** Says what stays as it is stored, one sentence each. */
    List<String> notes(Look look) {
        List<String> notes = new ArrayList<>();
        if (look.way() == Look.Way.LUMA && limited) {
            int step = 1 << (look.format().depth() - 8);
            notes.add("black is " + 16 * step + " and white " + 235 * step + ", as usual in videos");
        }
        if (turn != 0) {
            notes.add("players turn this video by " + turn + "° clockwise; frames are as they are stored");
        }
        if (aspect != 0 && aspect != 1) {
            notes.add(String.format(
                    Locale.ROOT, "pixels are %.4g times as wide as high; frames are as they are stored", aspect));
        }
        if (interlaced) {
            notes.add("the video is interlaced: odd and even rows were taken one after the other");
        }
        return notes;
    }
}
