package org.tachyscope.ops.curve;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Reads the rows of a band out of blocks, as float32, which holds every pixel type exactly. Used by one thread. */
final class BandReader {

    private final Band band;
    private final float[] samples;

    BandReader(Band band) {
        this.band = band;
        samples = new float[band.samples()];
    }

    /** Takes the samples of one row that lie in the band. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes one row.
         *
         * @param row of the frame
         * @param samples pixel after pixel, channels interleaved; valid during the call
         */
        void take(int row, float[] samples);
    }

    /** Hands over the rows of frame {@code t} of a block, from top to bottom. */
    void read(Block block, long t, Taker taker) {
        Window window = block.window();
        long rowBytes = (long) window.stack().samplesPerRow() * window.type().bytes();
        int bottom = Math.min(band.bottom(), window.firstRow() + window.rows());
        for (int row = Math.max(band.top(), window.firstRow()); row < bottom; row++) {
            long at = t * block.frameStride() + (row - window.firstRow()) * rowBytes;
            load(
                    block.pixels(),
                    window.type(),
                    at + (long) band.left() * window.type().bytes());
            taker.take(row, samples);
        }
    }

    private void load(MemorySegment pixels, PixelType type, long at) {
        switch (type) {
            case U8 -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = pixels.get(JAVA_BYTE, at + i) & 0xff;
                }
            }
            case U16 -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = pixels.get(JAVA_SHORT_UNALIGNED, at + 2L * i) & 0xffff;
                }
            }
            case F32 -> MemorySegment.copy(pixels, JAVA_FLOAT_UNALIGNED, at, samples, 0, samples.length);
        }
    }
}
