package org.tachyscope.load.video;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes packed frames of decoded pictures. Belongs to one thread. */
final class Pixels implements AutoCloseable {

    private final Look look;
    private final Rgb rgb;
    private PixelFormat format;

    Pixels(Look look) {
        this.look = look;
        rgb = new Rgb(look);
        format = look.format();
    }

    /**
     * Copies a picture.
     *
     * @param out exactly one frame
     * @throws IOException in one sentence, if the picture isn't like the first one
     */
    void copy(AVFrame picture, MemorySegment out) throws IOException {
        if (picture.format() != format.id()) {
            format = format(picture.format());
        }
        check(picture);
        switch (look.way()) {
            case LUMA -> Luma.copy(picture, format, look, out);
            case WEIGHTED -> weigh(rgb.of(picture), out);
            case RGB -> rows(rgb.of(picture), out);
        }
    }

    private static PixelFormat format(int id) throws IOException {
        try {
            return PixelFormat.of(id);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void check(AVFrame picture) throws IOException {
        boolean sized = picture.width() == look.width() && picture.height() == look.height();
        if (!sized
                || format.depth() != look.format().depth()
                || format.luma() != look.format().luma()) {
            throw new IOException("it is " + picture.width() + " × " + picture.height() + " "
                    + format.name() + ", the first one is " + look.width() + " × " + look.height() + " "
                    + look.format().name());
        }
    }

    private void rows(Rgb.Rows from, MemorySegment out) {
        long bytes = 3L * look.width() * look.format().bytes();
        for (int y = 0; y < look.height(); y++) {
            MemorySegment.copy(from.memory(), y * from.stride(), out, y * bytes, bytes);
        }
    }

    private void weigh(Rgb.Rows from, MemorySegment out) {
        for (int y = 0; y < look.height(); y++) {
            MemorySegment row = from.memory().asSlice(y * from.stride());
            long at = (long) y * look.width();
            switch (look.type()) {
                case U8 -> weighBytes(row, out, at);
                case U16, F32 -> weighShorts(row, out, at);
            }
        }
    }

    private void weighBytes(MemorySegment row, MemorySegment out, long at) {
        for (int x = 0; x < look.width(); x++) {
            int red = row.get(JAVA_BYTE, 3L * x) & 0xff;
            int green = row.get(JAVA_BYTE, 3L * x + 1) & 0xff;
            int blue = row.get(JAVA_BYTE, 3L * x + 2) & 0xff;
            out.set(JAVA_BYTE, at + x, (byte) weighed(red, green, blue));
        }
    }

    private void weighShorts(MemorySegment row, MemorySegment out, long at) {
        for (int x = 0; x < look.width(); x++) {
            int red = row.get(JAVA_SHORT_UNALIGNED, 6L * x) & 0xffff;
            int green = row.get(JAVA_SHORT_UNALIGNED, 6L * x + 2) & 0xffff;
            int blue = row.get(JAVA_SHORT_UNALIGNED, 6L * x + 4) & 0xffff;
            out.set(JAVA_SHORT_UNALIGNED, 2 * (at + x), (short) weighed(red, green, blue));
        }
    }

    private static int weighed(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    @Override
    public void close() {
        rgb.close();
    }
}
