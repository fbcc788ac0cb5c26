package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertRefuses;
import static org.tachyscope.ops.space.Stacks.assertValues;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Origin.Reach;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.space.Morphology.Method;

class MorphologyTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private static Morphology.Params params(Method method, int rx) {
        return new Morphology.Params(method, Element.RECTANGLE, rx, 0);
    }

    private static Stack row(double... values) {
        return Stacks.frame(PixelType.F32, 1, values.length, values);
    }

    @Test
    void erodesAndDilates() throws Exception {
        Stack row = Stacks.frame(PixelType.U16, 1, 5, 5, 9, 65_535, 0, 7);
        assertValues(new Morphology(), params(Method.ERODE, 1), row, 5, 5, 0, 0, 0);
        assertValues(new Morphology(), params(Method.DILATE, 1), row, 9, 65_535, 65_535, 65_535, 7);
    }

    @Test
    void topHatKeepsWhatIsNarrowAndBright() throws Exception {
        Stack row = Stacks.frame(PixelType.U8, 1, 7, 1, 1, 255, 1, 8, 8, 8);
        assertValues(new Morphology(), params(Method.OPEN, 1), row, 1, 1, 1, 1, 8, 8, 8);
        assertValues(new Morphology(), params(Method.TOP_HAT, 1), row, 0, 0, 254, 0, 0, 0, 0);
    }

    @Test
    void blackHatKeepsWhatIsNarrowAndDark() throws Exception {
        Stack row = Stacks.frame(PixelType.U8, 1, 6, 9, 9, 0, 9, 9, 9);
        assertValues(new Morphology(), params(Method.CLOSE, 1), row, 9, 9, 9, 9, 9, 9);
        assertValues(new Morphology(), params(Method.BLACK_HAT, 1), row, 0, 0, 9, 0, 0, 0);
    }

    @Test
    void pixelsOutsideDoNotCountEvenBesideInfinities() throws Exception {
        assertValues(new Morphology(), params(Method.ERODE, 3), row(INF, INF), INF, INF);
        assertValues(new Morphology(), params(Method.DILATE, 3), row(-INF, -INF), -INF, -INF);
    }

    @Test
    void nanGrowsByTheElementEachTime() throws Exception {
        double nan = Double.NaN;
        Stack row = row(1, 2, 3, nan, 5, 6, 7, 8);
        assertValues(new Morphology(), params(Method.ERODE, 1), row, 1, 1, nan, nan, nan, 5, 6, 7);
        assertValues(new Morphology(), params(Method.OPEN, 1), row, 1, nan, nan, nan, nan, nan, 7, 7);
    }

    @Test
    void elementsHaveTheirShapes() {
        assertEquals(21, pixels(Element.RECTANGLE, 3, 1));
        assertEquals(9, pixels(Element.CROSS, 3, 1));
        assertEquals(13, pixels(Element.ELLIPSE, 2, 2)); // the disc of radius 2
        assertEquals(5, pixels(Element.ELLIPSE, 2, 0));
        assertEquals(1, pixels(Element.ELLIPSE, 0, 0));
    }

    private static int pixels(Element element, int rx, int ry) {
        int count = 0;
        for (int dy = -ry; dy <= ry; dy++) {
            for (int dx = -rx; dx <= rx; dx++) {
                count += element.holds(dx, dy, rx, ry) ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void openingLooksTwiceAsFarAsEroding() {
        Stack one = row(1);
        Morphology.Params open = new Morphology.Params(Method.OPEN, Element.CROSS, 3, 4);
        Morphology.Params erode = new Morphology.Params(Method.ERODE, Element.CROSS, 3, 4);
        assertEquals(
                new Reach(8, 8),
                new Morphology().apply(one, open).origin().orElseThrow().space());
        assertEquals(
                new Reach(4, 4),
                new Morphology().apply(one, erode).origin().orElseThrow().space());
    }

    @Test
    void refusesElementsThatAreTooLarge() {
        assertRefuses(
                "morphology needs radii from 0 to 500 px, got 501 and 0",
                new Morphology(),
                params(Method.ERODE, 501),
                row(1));
    }
}
