package org.tachyscope.api.pixel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The other operand of a {@link Formula}: the same for all frames. Immutable. */
public sealed interface Term {

    /** Counts the places, of {@code count} from sample {@code first} on, where the term is 0. */
    int zeros(int first, int count);

    /** Returns a term whose every sample t is a · t + b in float32, or a · t where b is 0. */
    Term scaled(float a, float b);

    /** Is the same number everywhere. */
    record Constant(float value) implements Term {
        @Override
        public int zeros(int first, int count) {
            return value == 0 ? count : 0;
        }

        @Override
        public Term scaled(float a, float b) {
            return new Constant(b == 0 ? a * value : a * value + b);
        }
    }

    /** Has one number a sample of a frame. */
    final class Still implements Term {

        private static final int BLOCK = 1024;

        private final MemorySegment samples;
        private final int length;
        private final int[] zerosBefore;

        /** Copies one number a sample, in storage order. */
        public Still(float[] values) {
            length = values.length;
            samples = Arena.ofAuto().allocate(4L * length, 64);
            MemorySegment.copy(values, 0, samples, JAVA_FLOAT, 0, length);
            zerosBefore = new int[length / BLOCK + 1];
            int zeros = 0;
            for (int i = 0; i < length; i++) {
                if (i % BLOCK == 0) {
                    zerosBefore[i / BLOCK] = zeros;
                }
                zeros += values[i] == 0 ? 1 : 0;
            }
            zerosBefore[length / BLOCK] = length % BLOCK == 0 ? zeros : zerosBefore[length / BLOCK];
        }

        /** Returns the packed float32 numbers, off the heap, read-only. */
        public MemorySegment samples() {
            return samples.asReadOnly();
        }

        @Override
        public int zeros(int first, int count) {
            return before(first + count) - before(first);
        }

        private int before(int index) {
            int block = index / BLOCK;
            int zeros = zerosBefore[block];
            for (int i = block * BLOCK; i < index; i++) {
                zeros += samples.getAtIndex(JAVA_FLOAT, i) == 0 ? 1 : 0;
            }
            return zeros;
        }

        @Override
        public Term scaled(float a, float b) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                float value = samples.getAtIndex(JAVA_FLOAT, i);
                values[i] = b == 0 ? a * value : a * value + b;
            }
            return new Still(values);
        }
    }
}
