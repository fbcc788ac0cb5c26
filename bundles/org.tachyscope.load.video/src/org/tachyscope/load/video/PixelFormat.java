package org.tachyscope.load.video;

import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Says how a decoder stores pixels.
 *
 * @param id FFmpeg's number
 * @param name FFmpeg's name
 * @param depth bits of a sample
 * @param luma whether the first component is brightness, which can be taken as it is
 * @param colour whether there is more than that
 * @param bigEndian whether samples of two bytes begin with the high one
 * @param first where samples of the first component lie
 */
record PixelFormat(int id, String name, int depth, boolean luma, boolean colour, boolean bigEndian, Place first) {

    private static final int NO_LUMA = avutil.AV_PIX_FMT_FLAG_RGB
            | avutil.AV_PIX_FMT_FLAG_PAL
            | avutil.AV_PIX_FMT_FLAG_BITSTREAM
            | avutil.AV_PIX_FMT_FLAG_XYZ
            | avutil.AV_PIX_FMT_FLAG_BAYER;

    private static final int NOT_READABLE = avutil.AV_PIX_FMT_FLAG_HWACCEL | avutil.AV_PIX_FMT_FLAG_FLOAT;

    /**
     * Says where samples lie.
     *
     * @param plane number of the plane
     * @param step bytes from sample to sample
     * @param offset bytes before the first one
     * @param shift bits below the lowest one of a sample
     */
    record Place(int plane, int step, int offset, int shift) {}

    /** Describes a format of FFmpeg's. */
    static PixelFormat of(int id) {
        AVPixFmtDescriptor found = avutil.av_pix_fmt_desc_get(id);
        if (found == null || (found.flags() & NOT_READABLE) != 0) {
            throw new IllegalArgumentException("pixels are stored in a way that can't be read ("
                    + (found == null ? "unknown" : Ffmpeg.text(found.name())) + ")");
        }
        AVComponentDescriptor first = found.comp(0);
        boolean alphaOnly = found.nb_components() == 2;
        return new PixelFormat(
                id,
                Ffmpeg.text(found.name()),
                first.depth(),
                (found.flags() & NO_LUMA) == 0 && first.depth() >= 8,
                found.nb_components() > 1 && !alphaOnly || (found.flags() & avutil.AV_PIX_FMT_FLAG_PAL) != 0,
                (found.flags() & avutil.AV_PIX_FMT_FLAG_BE) != 0,
                new Place(first.plane(), first.step(), first.offset(), first.shift()));
    }

    /** Returns the bytes of a sample. */
    int bytes() {
        return depth > 8 ? 2 : 1;
    }
}
