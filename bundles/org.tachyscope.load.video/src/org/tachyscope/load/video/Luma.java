package org.tachyscope.load.video;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Takes the luma of pictures as it is. */
final class Luma {

    private Luma() {}

    /**
     * Copies the samples of the first component.
     *
     * @param out exactly one frame
     */
    static void copy(AVFrame picture, PixelFormat format, Look look, MemorySegment out) {
        PixelFormat.Place place = format.first();
        long stride = picture.linesize(place.plane());
        long bytes = (long) look.width() * format.bytes();
        long start = picture.data(place.plane()).address();
        boolean packed = place.step() == format.bytes()
                && place.offset() == 0
                && place.shift() == 0
                && (format.bytes() == 1 || format.bigEndian() == (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN));
        if (packed && stride == bytes) {
            out.copyFrom(MemorySegment.ofAddress(start).reinterpret(bytes * look.height()));
            return;
        }
        for (int y = 0; y < look.height(); y++) {
            // Pictures that are stored from bottom to top have a negative stride.
            MemorySegment row = MemorySegment.ofAddress(start + y * stride)
                    .reinterpret(packed ? bytes : place.offset() + (long) look.width() * place.step());
            if (packed) {
                MemorySegment.copy(row, 0, out, y * bytes, bytes);
            } else {
                gather(row, format, out.asSlice(y * bytes, bytes), look.width());
            }
        }
    }

    private static void gather(MemorySegment row, PixelFormat format, MemorySegment out, int width) {
        PixelFormat.Place place = format.first();
        for (int x = 0; x < width; x++) {
            long at = place.offset() + (long) x * place.step();
            if (format.bytes() == 1) {
                out.set(JAVA_BYTE, x, row.get(JAVA_BYTE, at));
            } else {
                out.set(JAVA_SHORT_UNALIGNED, 2L * x, (short) (sample(row, at, format) >>> place.shift()));
            }
        }
    }

    private static int sample(MemorySegment row, long at, PixelFormat format) {
        short stored = row.get(JAVA_SHORT_UNALIGNED, at);
        boolean swapped = format.bigEndian() != (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN);
        return (swapped ? Short.reverseBytes(stored) : stored) & 0xffff;
    }
}
