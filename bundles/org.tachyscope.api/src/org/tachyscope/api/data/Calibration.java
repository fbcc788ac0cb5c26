package org.tachyscope.api.data;

/**
 * States what a pixel and a sample measure.
 *
 * @param pixelWidth width of a pixel in {@code lengthUnit}
 * @param pixelHeight height of a pixel in {@code lengthUnit}
 * @param lengthUnit unit of lengths, {@code px} if uncalibrated
 * @param sampleUnit unit of samples, empty if uncalibrated
 */
public record Calibration(double pixelWidth, double pixelHeight, String lengthUnit, String sampleUnit) {

    /** Measures lengths in pixels and samples in counts. */
    public static final Calibration PIXELS = new Calibration(1, 1, "px", "");

    /** Returns a copy with another unit of samples. */
    public Calibration withSampleUnit(String unit) {
        return new Calibration(pixelWidth, pixelHeight, lengthUnit, unit);
    }
}
