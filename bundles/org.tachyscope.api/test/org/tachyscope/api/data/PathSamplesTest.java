package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PathSamplesTest {

    /** Returns the samples of a frame whose pixel in row i, column j is {@code 10 i + j}. */
    private static double[] of(String roi, int width, int height) {
        PathSamples samples = ((Roi.Path) Roi.parse(roi)).samples(width, height);
        double[] values = new double[samples.size()];
        for (int s = 0; s < values.length; s++) {
            int[] pixels = samples.pixels(s);
            for (int k = 0; k < pixels.length; k++) {
                double value = 10 * (pixels[k] / width) + pixels[k] % width;
                values[s] += samples.weights(s)[k] * value;
            }
            values[s] /= samples.divisor(s);
        }
        return values;
    }

    @Test
    void alongCentresArePixels() {
        assertArrayEquals(new double[] {20, 21, 22, 23}, of("line 0.5,2.5 3.5,2.5", 4, 4));
        assertArrayEquals(new double[] {31, 21, 11, 1}, of("line 1.5,3.5 1.5,0.5", 4, 4));
    }

    @Test
    void betweenCentresAreBilinear() {
        assertArrayEquals(new double[] {10.5, 11.5}, of("line 1,1.5 2,1.5", 4, 4));
        assertArrayEquals(new double[] {5.5, 15.5}, of("line 1,1 1,2", 4, 4));
        assertArrayEquals(new double[] {3}, of("line 1,0.75 1,1", 4, 4), 1e-12);
    }

    @Test
    void atTheBorderAreTheNearestPixels() {
        assertArrayEquals(new double[] {0, 0.5, 1.5, 2.5, 3}, of("line 0,0 4,0", 4, 4));
        assertArrayEquals(new double[] {33, 28, 18, 8}, of("line 4,4 4,0.5", 4, 4));
        assertArrayEquals(new double[] {0, 0}, of("line 0,0 1,1", 1, 1));
    }

    @Test
    void standOnePixelApartFromTheBeginningOn() {
        double[] expected = {0, 8.6, 17.2, 25.8, 34.4, 43};
        assertArrayEquals(expected, of("line 0.5,0.5 3.5,4.5", 5, 5), 1e-12);
        assertArrayEquals(new double[] {0, 1, 2}, of("line 0.5,0.5 3.4,0.5", 4, 4));
        assertArrayEquals(new double[] {11}, of("line 1.5,1.5 1.75,1.5", 4, 4));
    }

    @Test
    void goOnAroundCorners() {
        assertArrayEquals(new double[] {0, 1, 2, 12, 22}, of("polyline 0.5,0.5 2.5,0.5 2.5,2.5", 4, 4));
        assertArrayEquals(new double[] {0, 1, 6.5, 16.5}, of("polyline 0.5,0.5 2,0.5 2,2", 4, 4));
        assertEquals(
                11, of("polyline 0,0 0.1,0 0.3,0 0.7,0 1.9,0 3.3,0 4.7,0 6.2,0 7.9,0 8.8,0 9.9,0 10,0", 10, 1).length);
    }

    @Test
    void ofABandAreMeansAcross() {
        assertArrayEquals(new double[] {10, 11, 12, 13}, of("line 0.5,1.5 3.5,1.5 band 3", 4, 4), 1e-12);
        assertArrayEquals(new double[] {5, 6, 7, 8}, of("line 0.5,1 3.5,1 band 2", 4, 4), 1e-12);
        PathSamples samples = ((Roi.Path) Roi.parse("line 0.5,1.5 3.5,1.5 band 3")).samples(4, 4);
        assertArrayEquals(
                new int[] {1, 5, 9}, Arrays.stream(samples.pixels(1)).sorted().toArray());
        assertArrayEquals(new double[] {1, 1, 1}, samples.weights(1));
        assertEquals(3, samples.divisor(1));
    }

    @Test
    void ofABandLeaveOutWhatLiesOutsideTheFrame() {
        assertArrayEquals(new double[] {5, 6, 7, 8}, of("line 0.5,0.5 3.5,0.5 band 3", 4, 4), 1e-12);
        PathSamples samples = ((Roi.Path) Roi.parse("line 0.5,0.5 3.5,0.5 band 3")).samples(4, 4);
        assertEquals(2, samples.divisor(0));
    }

    @Test
    void ofABandBendWithTheSegmentThatBeginsAtACorner() {
        double[] values = of("polyline 0.5,2.5 2.5,2.5 2.5,0.5 band 3", 5, 5);
        assertArrayEquals(new double[] {20, 21, 22, 12, 2}, values, 1e-12);
        PathSamples samples = ((Roi.Path) Roi.parse("polyline 0.5,2.5 2.5,2.5 2.5,0.5 band 3")).samples(5, 5);
        assertArrayEquals(
                new int[] {11, 12, 13},
                Arrays.stream(samples.pixels(2)).sorted().toArray());
    }
}
