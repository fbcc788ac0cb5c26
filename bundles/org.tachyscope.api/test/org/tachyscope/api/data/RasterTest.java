package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pixels of an area are those whose centres lie in it; one on an edge belongs to what is left of it, or above. */
class RasterTest {

    /** Draws an area as rows of {@code #} and {@code .}. */
    private static String drawn(String roi, int width, int height) {
        int[][] counts = new int[height][width];
        count(roi, counts);
        return java.util.Arrays.stream(counts)
                .map(row -> java.util.Arrays.stream(row)
                        .mapToObj(n -> n == 0 ? "." : "#")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private static void count(String roi, int[][] counts) {
        int row = -1;
        int end = 0;
        for (Span span : ((Roi.Area) Roi.parse(roi)).spans(counts[0].length, counts.length)) {
            assertEquals(true, span.row() > row || span.row() == row && span.first() >= end, "order of spans");
            row = span.row();
            end = span.end();
            for (int j = span.first(); j < span.end(); j++) {
                counts[span.row()][j]++;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'rect 1,1,2,1',                     '.... .##. ....'",
        "'rect 0.5,0.5,2,1',                 '.... .##. ....'",
        "'rect 0.4,0.6,2,1',                 '.... ##.. ....'",
        "'rect 0,0,4,3',                     '#### #### ####'",
        "'point 3.99,2.5',                   '.... .... ...#'",
        "'polygon 1,1 3,1 3,2 1,2',          '.... .##. ....'",
        "'polygon 0.5,0.5 0.5,1.5 2.5,1.5 2.5,0.5', '.... .##. ....'",
        "'polygon 0,0 0,3 3,3',              '#... ##.. ###.'",
        "'polygon 0,0 3,0 3,3',              '.##. ..#. ....'",
        "'polygon 0,0 1,0 1,2 3,2 3,0 4,0 4,3 0,3', '#..# #..# ####'"
    })
    void holdsTheCentresOf(String roi, String rows) {
        assertEquals(rows, drawn(roi, 4, 3));
    }

    @Test
    void anEllipseHoldsTheCentresInIt() {
        assertEquals(".##. #### #### .##.", drawn("ellipse 0,0,4,4", 4, 4));
        assertEquals(".###. ##### .###.", drawn("ellipse 0,0,5,3", 5, 3));
        assertEquals("#", drawn("ellipse 0,0,1,1", 1, 1));
        assertEquals("#.", drawn("ellipse 0,0,1,1", 2, 1));
    }

    /** With radius 5 about the centre of pixel (5, 5), twelve centres lie exactly on the edge: (±3, ±4), (±4, ±3), (±5, 0) … */
    @Test
    void onTheEdgeOfAnEllipseTheRightHalfAndTheLowestBelongToIt() {
        String expected = String.join(
                " ",
                "............",
                "...######...",
                "..########..",
                ".#########..",
                ".#########..",
                ".##########.",
                ".#########..",
                ".#########..",
                "..########..",
                "...######...",
                ".....#......",
                "............");
        assertEquals(expected, drawn("ellipse 0.5,0.5,10,10", 12, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "'rect 0,0,2.5,4',              'rect 2.5,0,3.5,4'",
        "'rect 0,0,6,1.5',              'rect 0,1.5,6,2.5'",
        "'polygon 0,0 0,4 6,4',         'polygon 0,0 6,0 6,4'",
        "'polygon 0,0 6,0 0,4',         'polygon 6,0 6,4 0,4'",
        "'polygon 0,0 0,4 4,4',         'polygon 0,0 6,0 6,4 4,4'",
        "'polygon 0,0 6,0 6,0.5 0,3.5', 'polygon 0,3.5 6,0.5 6,4 0,4'",
        "'polygon 0,0 4.5,0 1.5,4 0,4', 'polygon 4.5,0 1.5,4 6,4 6,0'"
    })
    void areasThatShareAnEdgeShareNoPixelAndLeaveNone(String one, String other) {
        int[][] counts = new int[4][6];
        count(one, counts);
        count(other, counts);
        for (int[] row : counts) {
            for (int n : row) {
                assertEquals(1, n);
            }
        }
    }

    /** Cuts the frame into triangles around a point; their corners lie on a grid that hits many centres. */
    @Test
    void aFanOfTrianglesCoversEveryPixelOnce() {
        Random random = new Random(7);
        for (double grid : new double[] {0.5, 0.25, 0.1, 1.0 / 3}) {
            for (int round = 0; round < 50; round++) {
                int[][] counts = new int[13][17];
                List<Roi.Point> around = border(random, grid);
                Roi.Point middle = new Roi.Point(grid * (int) (8 / grid), grid * (int) (6.5 / grid));
                for (int i = 0; i < around.size(); i++) {
                    Roi.Point next = around.get((i + 1) % around.size());
                    triangle(List.of(middle, around.get(i), next), counts);
                }
                for (int[] row : counts) {
                    for (int n : row) {
                        assertEquals(1, n, "grid " + grid + ", round " + round);
                    }
                }
            }
        }
    }

    private static void triangle(List<Roi.Point> corners, int[][] counts) {
        try {
            count(new Roi.Polygon(corners).toString(), counts);
        } catch (IllegalArgumentException thin) {
            assertEquals(true, thin.getMessage().endsWith("holds the centre of no pixel"), thin.getMessage());
        }
    }

    /** Returns the corners of a frame of 17 × 13 and some points between them. */
    private static List<Roi.Point> border(Random random, double grid) {
        List<Roi.Point> points = new java.util.ArrayList<>();
        double x = grid * random.nextInt(1, (int) (16.9 / grid));
        double y = grid * random.nextInt(1, (int) (12.9 / grid));
        points.add(new Roi.Point(0, 0));
        points.add(new Roi.Point(x, 0));
        points.add(new Roi.Point(17, 0));
        points.add(new Roi.Point(17, y));
        points.add(new Roi.Point(17, 13));
        points.add(new Roi.Point(17 - x, 13));
        points.add(new Roi.Point(0, 13));
        points.add(new Roi.Point(0, 13 - y));
        return points;
    }
}
