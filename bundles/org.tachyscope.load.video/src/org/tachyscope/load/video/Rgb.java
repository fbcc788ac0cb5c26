package org.tachyscope.load.video;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/** Computes red, green and blue with FFmpeg's scaler, accurately rather than fast. Belongs to one thread. */
final class Rgb implements AutoCloseable {

    private static final int EXACT = swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT;
    private static final int ONE = 1 << 16;

    /** Videos at least this high use the colours of high definition, unless they say otherwise. */
    private static final int HIGH_DEFINITION = 720;

    private final Look look;
    private Optional<Conversion> conversion = Optional.empty();

    Rgb(Look look) {
        this.look = look;
    }

    /** Shows rows of packed red, green and blue, valid until the next picture. */
    record Rows(MemorySegment memory, long stride) {}

    /** Says from what pixels are computed. */
    private record Kind(int format, int space, boolean full) {
        static Kind of(AVFrame picture) {
            boolean full = picture.color_range() == avutil.AVCOL_RANGE_JPEG;
            return new Kind(picture.format(), picture.colorspace(), full);
        }
    }

    private record Conversion(Kind kind, SwsContext context, AVFrame out) {
        void free() {
            swscale.sws_freeContext(context);
            avutil.av_frame_free(out);
        }
    }

    /**
     * Converts a picture.
     *
     * @throws IOException in one sentence, if FFmpeg can't
     */
    Rows of(AVFrame picture) throws IOException {
        Kind kind = Kind.of(picture);
        if (conversion.filter(made -> made.kind.equals(kind)).isEmpty()) {
            conversion.ifPresent(Conversion::free);
            conversion = Optional.empty();
            conversion = Optional.of(made(kind));
        }
        AVFrame out = conversion.get().out;
        int rows = swscale.sws_scale(
                conversion.get().context,
                picture.data(),
                picture.linesize(),
                0,
                look.height(),
                out.data(),
                out.linesize());
        if (rows != look.height()) {
            throw new IOException(
                    "its colours can't be computed from " + look.format().name());
        }
        long stride = out.linesize(0);
        return new Rows(Ffmpeg.memory(out.data(0), stride * look.height()), stride);
    }

    private Conversion made(Kind kind) throws IOException {
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        int wide = little ? avutil.AV_PIX_FMT_RGB48LE : avutil.AV_PIX_FMT_RGB48BE;
        int target = look.format().bytes() == 1 ? avutil.AV_PIX_FMT_RGB24 : wide;
        SwsContext context = swscale.sws_getContext(
                look.width(),
                look.height(),
                kind.format,
                look.width(),
                look.height(),
                target,
                EXACT,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        if (context == null) {
            throw new IOException(
                    "its colours can't be computed from " + look.format().name());
        }
        IntPointer table = swscale.sws_getCoefficients(space(kind));
        swscale.sws_setColorspaceDetails(context, table, kind.full ? 1 : 0, table, 1, 0, ONE, ONE);
        AVFrame out = avutil.av_frame_alloc();
        out.format(target);
        out.width(look.width());
        out.height(look.height());
        if (avutil.av_frame_get_buffer(out, 0) < 0) {
            throw new IOException("there is no memory for a frame in colour");
        }
        return new Conversion(kind, context, out);
    }

    private int space(Kind kind) {
        if (kind.space != avutil.AVCOL_SPC_UNSPECIFIED) {
            return kind.space;
        }
        return look.height() >= HIGH_DEFINITION ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M;
    }

    @Override
    public void close() {
        conversion.ifPresent(Conversion::free);
        conversion = Optional.empty();
    }
}
