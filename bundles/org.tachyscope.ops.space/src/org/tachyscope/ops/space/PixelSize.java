package org.tachyscope.ops.space;

import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.Metadata;

/** Keeps the calibration true when pixels become larger or change places. */
final class PixelSize {

    private PixelSize() {}

    /** Makes pixels so many times as wide and high. Uncalibrated stacks count in pixels of the source then. */
    static Metadata scaled(Metadata metadata, double width, double height) {
        Calibration old = metadata.calibration();
        return metadata.withCalibration(new Calibration(
                old.pixelWidth() * width, old.pixelHeight() * height, old.lengthUnit(), old.sampleUnit()));
    }

    /** Exchanges width and height. */
    static Metadata swapped(Metadata metadata) {
        Calibration old = metadata.calibration();
        return metadata.withCalibration(
                new Calibration(old.pixelHeight(), old.pixelWidth(), old.lengthUnit(), old.sampleUnit()));
    }
}
