package org.tachyscope.ui.views.frame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntConsumer;

/** Walks over all samples of a frame. */
final class Samples {

    private Samples() {}

    /** Hears of one sample after the other. */
    @FunctionalInterface
    interface FloatConsumer {
        void accept(float x);
    }

    static void eachByte(MemorySegment pixels, IntConsumer consumer) {
        for (long i = 0; i < pixels.byteSize(); i++) {
            consumer.accept(pixels.get(ValueLayout.JAVA_BYTE, i) & 0xff);
        }
    }

    static void eachShort(MemorySegment pixels, IntConsumer consumer) {
        for (long i = 0; i < pixels.byteSize(); i += 2) {
            consumer.accept(pixels.get(ValueLayout.JAVA_SHORT_UNALIGNED, i) & 0xffff);
        }
    }

    static void eachFloat(MemorySegment pixels, FloatConsumer consumer) {
        for (long i = 0; i < pixels.byteSize(); i += 4) {
            consumer.accept(pixels.get(ValueLayout.JAVA_FLOAT_UNALIGNED, i));
        }
    }
}
