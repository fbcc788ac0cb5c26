package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoiTest {

    @Test
    void isReadFromItsText() {
        assertEquals(new Roi.Rectangle(10, 20, 30, 40), Roi.parse("rect 10,20,30,40"));
        assertEquals(new Roi.Ellipse(0.5, 1e-3, 3, 4), Roi.parse(" Ellipse  0.5 , 1e-3,3 ,4 "));
        assertEquals(
                new Roi.Polygon(List.of(new Roi.Point(0, 0), new Roi.Point(10, 0), new Roi.Point(5, 8))),
                Roi.parse("polygon 0,0 10,0 5,8"));
        assertEquals(new Roi.Line(new Roi.Point(0, 0), new Roi.Point(30, 40), 5), Roi.parse("line 0,0 30,40 band 5"));
        assertEquals(
                new Roi.Polyline(List.of(new Roi.Point(0, 0), new Roi.Point(5, 5), new Roi.Point(9, 5)), 1),
                Roi.parse("polyline 0,0 5,5 9,5"));
        assertEquals(new Roi.Point(3, 4), Roi.parse("point 3,4"));
        assertEquals(new Roi.Point(0, 0), Roi.parse("point -0,-0.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rect 10,20,30,40",
                "rect 0.1,0.30000000000000004,1234567890.5,3",
                "ellipse 0,0,5,5.25",
                "polygon 0,0 10,0 5,8",
                "polyline 0,0 5,5 9,5 band 3",
                "polyline 0,0 5,5",
                "line 0,0 30,40",
                "line 0.5,0.5 30,40 band 2",
                "point 3,4",
                "point 1E-30,1E+30"
            })
    void writesTheTextThatItIsReadFrom(String text) {
        assertEquals(text, Roi.parse(text).toString());
        assertEquals(Roi.parse(text), Roi.parse(Roi.parse(text).toString()));
    }

    @Test
    void aPolygonMayRepeatItsFirstCorner() {
        assertEquals(Roi.parse("polygon 0,0 10,0 5,8"), Roi.parse("polygon 0,0 10,0 5,8 0,0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "box 1,2,3,4           | a ROI begins with rect, ellipse, polygon, line, polyline or point, got"
                        + " \"box\"",
                "rect 1,2,3            | needs 4 numbers x,y,width,height, got 3",
                "rect 1,2,3,4 5        | after rect comes x,y,width,height, got \"1,2,3,4 5\"",
                "rect 1,2,x,4          | \"x\" is no number",
                "rect 1,2,NaN,4        | \"NaN\" is no number",
                "rect 1,2,1e999,4      | a ROI has finite coordinates, got Infinity",
                "rect 1,2,0,4          | a rectangle needs a width and a height greater than 0, got 0 × 4",
                "ellipse 1,2,3,-4      | an ellipse needs a width and a height greater than 0, got 3 × -4",
                "polygon 0,0 5,5       | a polygon needs at least 3 corners, got 2",
                "polygon 0,0 5,5 0,0   | a polygon needs at least 3 corners, got 2",
                "polygon               | a polygon needs at least 3 corners, got 0",
                "line 0,0              | a line has 2 points, got 1",
                "line 0,0 1,1 2,2      | a line has 2 points, got 3",
                "line 3,3 3,3          | a line needs different points, got 3,3 twice",
                "line 0,0 1,1 band 0   | a band needs at least 1 px, got 0",
                "line 0,0 1,1 band 1.5 | a band is a whole number of pixels, got 1.5",
                "line 0,0 1,1 band     | after band comes one whole number, got \"\"",
                "polyline 0,0          | a polyline needs at least 2 points, got 1",
                "polyline 0,0 1,1 1,1  | a polyline needs different points, got 1,1 twice",
                "point 1               | needs 2 numbers x,y, got 1",
                "point                 | after point comes x,y, got \"\"",
            })
    void refusesWhatIsNoRegion(String text, String reason) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Roi.parse(text));
        assertEquals(reason + " in \"" + text + "\"", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "polygon 0,0 4,4 4,0 0,4     | 0,0 to 4,4 meets the one from 4,0 to 0,4",
                "polygon 0,0 4,0 4,4 2,0 0,4 | 0,0 to 4,0 meets the one from 2,0 to 0,4",
                "polygon 0,0 4,0 2,0 2,4     | 0,0 to 4,0 meets the one from 4,0 to 2,0",
                "polygon 0,0 4,0 2,0         | 0,0 to 4,0 meets the one from 2,0 to 0,0",
                "polygon 4,0 4,4 4,1 0,0     | 4,0 to 4,4 meets the one from 4,1 to 0,0",
                "polygon 0,0 9,0 9,5 5,5 5,0 4,0 4,5 0,5 | 0,0 to 9,0 meets the one from 5,0 to 4,0"
            })
    void refusesAPolygonThatMeetsItself(String text, String edges) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Roi.parse(text));
        assertEquals(
                "a polygon mustn't cross or touch itself: the edge from " + edges + " in \"" + text + "\"",
                refusal.getMessage());
    }

    @Test
    void acceptsPolygonsWithManyCornersAndStraightOnes() {
        Roi.parse("polygon 0,0 2,0 4,0 4,4 2,4 0,4 0,2");
        StringBuilder text = new StringBuilder("polygon");
        for (int i = 0; i < 5000; i++) {
            double angle = i * 2 * Math.PI / 5000;
            text.append(' ').append(Math.cos(angle) * 500).append(',').append(Math.sin(angle) * 500);
        }
        Roi roi = Roi.parse(text.toString());
        assertEquals("polygon of 5000 corners from 500,0", roi.brief());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rect 600,0,41,10        | 640 × 480",
                "rect -0.5,0,4,10        | 640 × 480",
                "ellipse 0,0,4,480.5     | 640 × 480",
                "polygon 0,0 10,0 641,5  | 640 × 480",
                "point 640,0             | 640 × 480",
                "point 0,480             | 640 × 480",
                "point -0.5,0            | 640 × 480",
                "line 0,0 640.5,480      | 640 × 480",
                "polyline 0,0 9,9 -1,9   | 640 × 480"
            })
    void outsideTheFrameIsRefused(String text, String frame) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> {
            switch (Roi.parse(text)) {
                case Roi.Area area -> area.spans(640, 480);
                case Roi.Path path -> path.samples(640, 480);
            }
        });
        assertEquals("ROI " + text + " lies outside the frame of " + frame + " px", refusal.getMessage());
    }

    @Test
    void anAreaWithoutACentreIsRefused() {
        Roi.Area small = (Roi.Area) Roi.parse("rect 0.5,0.6,0.3,0.3");
        var refusal = assertThrows(IllegalArgumentException.class, () -> small.spans(10, 10));
        assertEquals("ROI rect 0.5,0.6,0.3,0.3 holds the centre of no pixel", refusal.getMessage());
    }
}
