package org.tachyscope.core.internal.kernel;

/**
 * Adds and compares the samples of one frame, several in the lanes of one long or int. Plain loops over arrays: fast before
 * they are compiled, compiled soon, and turned into vector instructions by the compiler.
 */
final class Lanes {

    private static final long BYTES = 0x00ff00ff00ff00ffL;
    private static final long SHORTS = 0x0000ffff0000ffffL;

    private Lanes() {}

    /** Adds bytes 0, 2, 4 … of each long to the 16-bit lanes of {@code even}, and the others to those of {@code odd}. */
    static void addBytes(long[] in, long[] even, long[] odd) {
        for (int i = 0; i < in.length; i++) {
            even[i] += in[i] & BYTES;
            odd[i] += in[i] >>> 8 & BYTES;
        }
    }

    /** Adds 16-bit lanes 0 and 2 of each long to the 32-bit lanes of {@code even}, and the others to those of {@code odd}. */
    static void addShorts(long[] in, long[] even, long[] odd) {
        for (int i = 0; i < in.length; i++) {
            even[i] += in[i] & SHORTS;
            odd[i] += in[i] >>> 16 & SHORTS;
        }
    }

    /** Adds x and x(255 − x), x the byte of each int that {@code shift} brings down. */
    static void addByteSquares(int[] in, int shift, int[] sums, int[] squares) {
        for (int i = 0; i < in.length; i++) {
            int x = in[i] >>> shift & 0xff;
            sums[i] += x;
            squares[i] += x * (255 - x);
        }
    }

    /** Adds x and x(65535 − x), x the 16 bits of each int that {@code shift} brings down. */
    static void addShortSquares(int[] in, int shift, int[] sums, long[] squares) {
        for (int i = 0; i < in.length; i++) {
            int x = in[i] >>> shift & 0xffff;
            sums[i] += x;
            squares[i] += (long) (x * (65535 - x));
        }
    }

    /** Keeps the smaller of each unsigned lane; {@code high} marks the lanes' highest bits, {@code shift} is their place. */
    static void min(long[] in, long[] least, long high, int shift) {
        for (int i = 0; i < in.length; i++) {
            long keep = full(atLeast(in[i], least[i], high), high, shift);
            least[i] = least[i] & keep | in[i] & ~keep;
        }
    }

    /** Keeps the larger of each unsigned lane. */
    static void max(long[] in, long[] most, long high, int shift) {
        for (int i = 0; i < in.length; i++) {
            long keep = full(atLeast(most[i], in[i], high), high, shift);
            most[i] = most[i] & keep | in[i] & ~keep;
        }
    }

    /**
     * Decides the highest bit of each lane: whether a ≥ b, unsigned. The difference of the low bits, with a high bit to borrow
     * from, keeps it if they are in order; it decides where the highest bits of a and b are equal.
     */
    private static long atLeast(long a, long b, long high) {
        long difference = (a | high) - (b & ~high);
        return a & ~b | ~(a ^ b) & difference;
    }

    /** Fills each lane whose highest bit is set. */
    private static long full(long bits, long high, int shift) {
        long highest = bits & high;
        return highest | highest - (highest >>> shift);
    }

    static void add(float[] in, double[] pivots, double[] sums) {
        for (int i = 0; i < in.length; i++) {
            sums[i] += in[i] - pivots[i];
        }
    }

    static void addSquares(float[] in, double[] pivots, double[] sums, double[] squares) {
        for (int i = 0; i < in.length; i++) {
            double d = in[i] - pivots[i];
            sums[i] += d;
            squares[i] += d * d;
        }
    }

    static void min(float[] in, float[] least) {
        for (int i = 0; i < in.length; i++) {
            least[i] = Math.min(least[i], in[i]);
        }
    }

    static void max(float[] in, float[] most) {
        for (int i = 0; i < in.length; i++) {
            most[i] = Math.max(most[i], in[i]);
        }
    }
}
