package org.tachyscope.ops.space;

import org.bytedeco.opencv.opencv_core.Mat;

/** Computes frames with OpenCV, on one thread. May hold matrices that it uses again. */
interface Filter extends AutoCloseable {

    /**
     * Writes every sample of {@code out}. Both matrices have 1, 3 or 4 channels and belong to the caller.
     *
     * @param in only read
     * @param out has the extent and type of the result already, and holds anything
     */
    void apply(Mat in, Mat out);

    @Override
    void close();
}
