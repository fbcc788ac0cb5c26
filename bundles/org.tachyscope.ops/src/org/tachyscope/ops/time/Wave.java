package org.tachyscope.ops.time;

/**
 * Oscillates with a weight over frames.
 *
 * @param frequency cycles a frame
 * @param hann length of the Hann window in frames, or 0 for none
 */
record Wave(double frequency, long hann) {

    private double weight(long frame) {
        return hann == 0 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * frame / hann);
    }

    /** Returns the phase at a frame, whole cycles taken off while that is exact. */
    private double angle(long frame) {
        double cycles = frequency * frame;
        double lost = Math.fma(frequency, frame, -cycles);
        return 2 * Math.PI * (cycles - Math.rint(cycles) + lost);
    }

    double cosine(long frame) {
        return weight(frame) * Math.cos(angle(frame));
    }

    double sine(long frame) {
        return weight(frame) * Math.sin(angle(frame));
    }

    /** Returns the sum of the weights. */
    double weights(long frames) {
        double sum = 0;
        for (long frame = 0; frame < frames; frame++) {
            sum += weight(frame);
        }
        return sum;
    }
}
