package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Box;

class ParametersTest {

    enum Divisor {
        POPULATION,
        SAMPLE_OF_ALL
    }

    record All(
            @Param(label = "Flag", help = "Says yes or no.") boolean flag,

            @Param(label = "Count", min = 1, max = 9, unit = "px")
            int count,

            @Param(label = "Large") long large,
            @Param(label = "Real", min = 0.5) double real,
            @Param(label = "Free") double free,
            @Param(label = "Name") String name,
            @Param(label = "Divisor") Divisor divisor,
            @Param(label = "ROI") Box box) {}

    private static final All DEFAULTS =
            new All(false, 2, 1L << 40, 1.5, 0, "a b", Divisor.POPULATION, new Box(1, 2, 3, 4));

    @Test
    void mapHoldsEveryComponentAsAPlainValue() {
        Map<String, Object> map = Parameters.toMap(DEFAULTS);
        assertEquals(
                List.of("flag", "count", "large", "real", "free", "name", "divisor", "box"), List.copyOf(map.keySet()));
        assertEquals(
                Map.of(
                        "flag",
                        false,
                        "count",
                        2L,
                        "large",
                        1099511627776L,
                        "real",
                        1.5,
                        "free",
                        0.0,
                        "name",
                        "a b",
                        "divisor",
                        "POPULATION",
                        "box",
                        Map.of("x", 1L, "y", 2L, "width", 3L, "height", 4L)),
                map);
    }

    @Test
    void whatIsReadBackFromAMapIsTheSame() {
        assertEquals(DEFAULTS, Parameters.fromMap(DEFAULTS, Parameters.toMap(DEFAULTS), ""));
    }

    @Test
    void whatIsMissingKeepsItsDefault() {
        All changed = Parameters.fromMap(DEFAULTS, Map.of("box", Map.of("width", 7L)), "");
        assertEquals(new All(false, 2, 1L << 40, 1.5, 0, "a b", Divisor.POPULATION, new Box(1, 2, 7, 4)), changed);
    }

    @Test
    void wholeNumbersServeAsRealOnesAndRealOnesWithoutFractionAsWhole() {
        All changed = Parameters.fromMap(DEFAULTS, Map.of("real", 3L, "count", 4.0), "");
        assertEquals(3.0, changed.real());
        assertEquals(4, changed.count());
    }

    @Test
    void nanAndInfinityTravelAsTexts() {
        All odd = new All(true, 1, 0, 1, Double.NaN, "", Divisor.POPULATION, new Box(0, 0, 1, 1));
        assertEquals("NaN", Parameters.toMap(odd).get("free"));
        assertEquals(odd, Parameters.fromMap(DEFAULTS, Parameters.toMap(odd), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count=0          | p.count: must be ≥ 1 px, got 0",
                "count=10         | p.count: must be ≤ 9 px, got 10",
                "count=2.5        | p.count: must be a whole number, got \"2.5\"",
                "count=3000000000 | p.count: must be a whole number of at most 32 bits, got 3000000000",
                "large=9223372036854775808 | p.large: must be a whole number, got \"9223372036854775808\"",
                "real=0.25        | p.real: must be ≥ 0.5, got 0.25",
                "real=NaN         | p.real: must be a number, got NaN",
                "real=x           | p.real: must be a number, got \"x\"",
                "flag=maybe       | p.flag: must be true or false, got \"maybe\"",
                "divisor=none     | p.divisor: must be one of POPULATION, SAMPLE_OF_ALL, got \"none\"",
                "box.width=0      | p.box.width: must be ≥ 1 px, got 0",
                "box=1,2,3        | p.box: must be 4 values x,y,width,height, got 3 in \"1,2,3\"",
                "box.depth=0      | p.box.depth: unknown parameter; known: flag, count, large, real, free, name,"
                        + " divisor, box.x, box.y, box.width, box.height",
                "count            | p.count: must have the form name=value",
            })
    void refusesWhatAPersonTypedWrong(String typed, String message) {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Parameters.fromText(DEFAULTS, List.of(typed), "p"));
        assertEquals(message, e.getMessage());
    }

    @Test
    void textGivesEveryTypeItsValue() {
        All changed = Parameters.fromText(
                DEFAULTS,
                List.of(
                        "flag=YES",
                        "count=9",
                        "large=-5",
                        "real=1e3",
                        "free=-Infinity",
                        "name=x=y",
                        "divisor=sample-of-all",
                        "box=5,6,7,8"),
                "");
        assertEquals(
                new All(true, 9, -5, 1000, Double.NEGATIVE_INFINITY, "x=y", Divisor.SAMPLE_OF_ALL, new Box(5, 6, 7, 8)),
                changed);
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefused() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> Parameters.fromText(DEFAULTS, List.of("count=3", "count=4"), ""));
        assertEquals("count: is given twice", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"flag", "count", "large", "real", "divisor", "name", "box"})
    void refusesAListAnywhere(String name) {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> Parameters.fromMap(DEFAULTS, Map.of(name, List.of()), "source.params"));
        assertTrue(e.getMessage().startsWith("source.params." + name + ": must be "), e.getMessage());
        assertTrue(e.getMessage().endsWith(", got a list"), e.getMessage());
    }

    @Test
    void aTextIsNoNumberInAMap() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> Parameters.fromMap(DEFAULTS, Map.of("box", Map.of("x", "3")), "reductions[1].params"));
        assertEquals("reductions[1].params.box.x: must be a whole number, got \"3\"", e.getMessage());
    }

    @Test
    void namesTheKnownOnesWhenAnotherIsGiven() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> Parameters.fromMap(DEFAULTS.box(), Map.of("w", 1L), "reductions[1].params.box"));
        assertEquals("reductions[1].params.box.w: unknown parameter; known: x, y, width, height", e.getMessage());
    }

    record Even(@Param(label = "N") int n) {
        Even {
            if (n % 2 != 0) {
                throw new IllegalArgumentException("n must be even, got " + n);
            }
        }
    }

    @Test
    void whatTheRecordItselfRefusesIsSaidWithItsPlace() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> Parameters.fromMap(new Even(2), Map.of("n", 3L), "a.params"));
        assertEquals("a.params: n must be even, got 3", e.getMessage());
    }

    @Test
    void fieldsDescribeEveryLeafForAForm() {
        List<Field> fields = Parameters.fields(DEFAULTS);
        assertEquals(
                List.of(
                        "flag",
                        "count",
                        "large",
                        "real",
                        "free",
                        "name",
                        "divisor",
                        "box.x",
                        "box.y",
                        "box.width",
                        "box.height"),
                fields.stream().map(Field::path).toList());
        assertEquals(
                new Field("box.width", "Width", "ROI", "", "px", 1, Double.POSITIVE_INFINITY, int.class, 3),
                fields.get(9));
        assertEquals("whole number ≥ 1 ≤ 9 px", fields.get(1).constraint());
        assertEquals(List.of("POPULATION", "SAMPLE_OF_ALL"), fields.get(6).choices());
    }

    @Test
    void oneValueCanBeChangedByItsPath() {
        assertEquals(
                new Box(1, 2, 3, 9), Parameters.with(DEFAULTS, "box.height", 9).box());
        assertEquals(
                Divisor.SAMPLE_OF_ALL,
                Parameters.with(DEFAULTS, "divisor", Divisor.SAMPLE_OF_ALL).divisor());
    }

    record Bare(int naked) {}

    @Test
    void aComponentWithoutParamIsRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Parameters.fields(new Bare(1)));
        assertEquals("naked: the component carries no @Param", e.getMessage());
    }
}
