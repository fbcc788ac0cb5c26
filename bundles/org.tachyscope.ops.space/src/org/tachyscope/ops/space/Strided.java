package org.tachyscope.ops.space;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;

/** Copies samples that don't lie side by side. */
final class Strided {

    private Strided() {}

    /**
     * Names samples of a frame.
     *
     * @param samples packed samples
     * @param first the first one's index
     * @param step how far apart they lie, in samples
     */
    record Run(MemorySegment samples, long first, long step) {}

    /** Copies {@code count} samples. Exact: F32 go as integers, which keeps the bits of every NaN. */
    static void copy(PixelType type, Run from, Run to, int count) {
        MemorySegment in = from.samples();
        MemorySegment out = to.samples();
        long i = from.first();
        long o = to.first();
        switch (type) {
            case U8 -> {
                for (int k = 0; k < count; k++, i += from.step(), o += to.step()) {
                    out.set(JAVA_BYTE, o, in.get(JAVA_BYTE, i));
                }
            }
            case U16 -> {
                for (int k = 0; k < count; k++, i += from.step(), o += to.step()) {
                    out.set(JAVA_SHORT_UNALIGNED, 2 * o, in.get(JAVA_SHORT_UNALIGNED, 2 * i));
                }
            }
            case F32 -> {
                for (int k = 0; k < count; k++, i += from.step(), o += to.step()) {
                    out.set(JAVA_INT_UNALIGNED, 4 * o, in.get(JAVA_INT_UNALIGNED, 4 * i));
                }
            }
        }
    }
}
