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
                new Field("box.width", "Width", "ROI", "", "px", 1, Double.POSITIVE_INFINITY, int.class, false, 3),
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

    /** Written as a text, such as {@code 3 mm}. */
    record Length(double millimetres) {
        public static Length parse(String text) {
            if (!text.endsWith(" mm")) {
                throw new IllegalArgumentException("a length ends with mm, got \"" + text + "\"");
            }
            return new Length(Double.parseDouble(text.substring(0, text.length() - 3)));
        }

        @Override
        public String toString() {
            return millimetres + " mm";
        }
    }

    record Lists(
            @Param(label = "Length", help = "Such as 3 mm.") Length length,
            @Param(label = "Lengths") List<Length> lengths,

            @Param(label = "Shares", min = 0, max = 1) List<Double> shares,

            @Param(label = "Counts") List<Integer> counts,
            @Param(label = "Divisors") List<Divisor> divisors,
            @Param(label = "Names") List<String> names) {}

    private static final Lists LISTS = new Lists(
            new Length(2),
            List.of(new Length(1), new Length(0.5)),
            List.of(0.25),
            List.of(),
            List.of(Divisor.SAMPLE_OF_ALL),
            List.of("a", "b c"));

    @Test
    void whatIsWrittenAsATextIsATextInAMapAndAListIsAList() {
        assertEquals(
                Map.of(
                        "length", "2.0 mm",
                        "lengths", List.of("1.0 mm", "0.5 mm"),
                        "shares", List.of(0.25),
                        "counts", List.of(),
                        "divisors", List.of("SAMPLE_OF_ALL"),
                        "names", List.of("a", "b c")),
                Parameters.toMap(LISTS));
        assertEquals(LISTS, Parameters.fromMap(LISTS, Parameters.toMap(LISTS), ""));
    }

    @Test
    void listsAreTypedBetweenSemicolons() {
        List<String> typed = List.of(
                "length=7 mm",
                "lengths=3 mm; 4 mm;",
                "shares=0;1;0.5",
                "counts=7",
                "divisors=sample-of-all;population",
                "names= x ;; y,z ");
        assertEquals(
                new Lists(
                        new Length(7),
                        List.of(new Length(3), new Length(4)),
                        List.of(0.0, 1.0, 0.5),
                        List.of(7),
                        List.of(Divisor.SAMPLE_OF_ALL, Divisor.POPULATION),
                        List.of("x", "y,z")),
                Parameters.fromText(LISTS, typed, ""));
    }

    @Test
    void whatIsShownCanBeTypedAgain() {
        List<String> shown = Parameters.fields(LISTS).stream()
                .map(field -> field.path() + "=" + field.text())
                .toList();
        assertEquals(
                List.of(
                        "length=2.0 mm",
                        "lengths=1.0 mm; 0.5 mm",
                        "shares=0.25",
                        "counts=",
                        "divisors=SAMPLE_OF_ALL",
                        "names=a; b c"),
                shown);
        assertEquals(LISTS, Parameters.fromText(LISTS, shown, ""));
        assertEquals(String.join(" ", shown), Parameters.toText(LISTS));
    }

    @Test
    void fieldsTellListsFromSingleValues() {
        List<Field> fields = Parameters.fields(LISTS);
        assertEquals(
                List.of(false, true, true, true, true, true),
                fields.stream().map(Field::many).toList());
        assertEquals(double.class, fields.get(2).type());
        assertEquals(List.of(), fields.get(4).choices(), "nothing to choose just one from");
        assertEquals(
                List.of(
                        "text",
                        "list of text, separated by ;",
                        "list of number ≥ 0 ≤ 1, separated by ;",
                        "list of whole number, separated by ;",
                        "list of POPULATION | SAMPLE_OF_ALL, separated by ;",
                        "list of text, separated by ;"),
                fields.stream().map(Field::constraint).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length=7 cm      | p.length: a length ends with mm, got \"7 cm\"",
                "lengths=1 mm;2   | p.lengths: a length ends with mm, got \"2\"",
                "shares=0;2       | p.shares[1]: must be ≤ 1, got 2",
                "counts=1;x       | p.counts: must be a whole number, got \"x\"",
                "divisors=all     | p.divisors: must be one of POPULATION, SAMPLE_OF_ALL, got \"all\"",
            })
    void refusesAWrongItem(String typed, String message) {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Parameters.fromText(LISTS, List.of(typed), "p"));
        assertEquals(message, e.getMessage());
    }

    @Test
    void refusesWhatIsNoListInAMap() {
        Map<String, ?> wrong = Map.of("lengths", "1 mm");
        Exception e = assertThrows(IllegalArgumentException.class, () -> Parameters.fromMap(LISTS, wrong, "p"));
        assertEquals("p.lengths: must be a list, got \"1 mm\"", e.getMessage());
        Map<String, ?> number = Map.of("lengths", List.of("1 mm", 2L));
        e = assertThrows(IllegalArgumentException.class, () -> Parameters.fromMap(LISTS, number, "p"));
        assertEquals("p.lengths[1]: must be a text, got 2", e.getMessage());
    }

    @Test
    void anyItemTypeOfAListIsChecked() {
        record Nested(@Param(label = "N") List<List<String>> lists) {}
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> Parameters.fields(new Nested(List.of(List.of("a")))));
        assertEquals("lists: a list must say of what, as in List<String>", e.getMessage());
        record Unknown(@Param(label = "N") List<Object> things) {}
        e = assertThrows(IllegalArgumentException.class, () -> Parameters.fields(new Unknown(List.of())));
        assertEquals("things: java.lang.Object is no type of a parameter", e.getMessage());
    }
}
