package org.tachyscope.opencv;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;

class MatricesTest {

    @BeforeAll
    static void load() throws Exception {
        OpenCv.load();
    }

    @Test
    void showOpenCvTheMemoryItself() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment frame = arena.allocate(2 * 3 * 2 * 2);
            try (Mat matrix = Matrices.of(2, 3, 2, PixelType.U16, frame)) {
                frame.setAtIndex(JAVA_SHORT, 11, (short) 513);
                assertEquals(frame.address(), matrix.data().address());
                assertEquals(2, matrix.rows());
                assertEquals(3, matrix.cols());
                assertEquals(2, matrix.channels());
                assertEquals(opencv_core.CV_16U, matrix.depth());
                assertEquals(1, Matrices.segment(matrix.data(), 24).get(JAVA_BYTE, 22));
                assertEquals(2, Matrices.segment(matrix.data(), 24).get(JAVA_BYTE, 23));
            }
        }
    }

    @Test
    void openCvWorksOnTheThreadThatCalls() {
        assertEquals(1, opencv_core.getNumThreads());
    }
}
