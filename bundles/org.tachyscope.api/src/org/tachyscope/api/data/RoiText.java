package org.tachyscope.api.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Reads, writes and checks regions of interest. */
final class RoiText {

    private static final int BRIEF = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private RoiText() {}

    static Roi parse(String text) {
        String[] words = text.strip().replaceAll("\\s*,\\s*", ",").split("\\s+");
        List<String> rest = List.of(words).subList(1, words.length);
        try {
            return parse(words[0].toLowerCase(Locale.ROOT), rest);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " in \"" + text.strip() + "\"", e);
        }
    }

    private static Roi parse(String kind, List<String> words) {
        return switch (kind) {
            case "rect" -> {
                double[] n = extent(kind, words);
                yield new Roi.Rectangle(n[0], n[1], n[2], n[3]);
            }
            case "ellipse" -> {
                double[] n = extent(kind, words);
                yield new Roi.Ellipse(n[0], n[1], n[2], n[3]);
            }
            case "polygon" -> new Roi.Polygon(points(words));
            case "line", "polyline" -> path(kind, words);
            case "point" -> {
                needWords(kind, words, 1, "x,y");
                yield point(words.getFirst());
            }
            default ->
                throw new IllegalArgumentException(
                        "a ROI begins with rect, ellipse, polygon, line, polyline or point, got \"" + kind + "\"");
        };
    }

    private static double[] extent(String kind, List<String> words) {
        needWords(kind, words, 1, "x,y,width,height");
        return numbers(words.getFirst(), 4, "x,y,width,height");
    }

    private static Roi.Path path(String kind, List<String> words) {
        int at = words.indexOf("band");
        List<Roi.Point> points = points(at < 0 ? words : words.subList(0, at));
        int band = at < 0 ? 1 : band(words.subList(at + 1, words.size()));
        if (kind.equals("polyline")) {
            return new Roi.Polyline(points, band);
        }
        if (points.size() != 2) {
            throw new IllegalArgumentException("a line has 2 points, got " + points.size());
        }
        return new Roi.Line(points.get(0), points.get(1), band);
    }

    private static int band(List<String> words) {
        needWords("band", words, 1, "one whole number");
        if (!words.getFirst().matches("[-+]?\\d{1,9}")) {
            throw new IllegalArgumentException("a band is a whole number of pixels, got " + words.getFirst());
        }
        return Integer.parseInt(words.getFirst());
    }

    private static List<Roi.Point> points(List<String> words) {
        List<Roi.Point> points = new ArrayList<>();
        words.forEach(word -> points.add(point(word)));
        return points;
    }

    private static Roi.Point point(String word) {
        double[] n = numbers(word, 2, "x,y");
        return new Roi.Point(n[0], n[1]);
    }

    private static void needWords(String kind, List<String> words, int count, String wanted) {
        if (words.size() != count) {
            throw new IllegalArgumentException(
                    "after " + kind + " comes " + wanted + ", got \"" + String.join(" ", words) + "\"");
        }
    }

    private static double[] numbers(String word, int count, String names) {
        String[] parts = word.split(",", -1);
        if (parts.length != count) {
            throw new IllegalArgumentException("needs " + count + " numbers " + names + ", got " + parts.length);
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            if (!NUMBER.matcher(parts[i]).matches()) {
                throw new IllegalArgumentException("\"" + parts[i] + "\" is no number");
            }
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    static String write(Roi roi) {
        return switch (roi) {
            case Roi.Rectangle r -> "rect " + numbers(r.x(), r.y(), r.width(), r.height());
            case Roi.Ellipse e -> "ellipse " + numbers(e.x(), e.y(), e.width(), e.height());
            case Roi.Polygon p -> "polygon " + places(p.corners());
            case Roi.Point p -> "point " + place(p);
            case Roi.Line l -> "line " + places(l.points()) + band(l);
            case Roi.Polyline l -> "polyline " + places(l.points()) + band(l);
        };
    }

    static String brief(Roi roi) {
        String text = roi.toString();
        if (text.length() <= BRIEF) {
            return text;
        }
        return switch (roi) {
            case Roi.Polygon p ->
                "polygon of " + p.corners().size() + " corners from "
                        + place(p.corners().getFirst());
            case Roi.Path p ->
                "polyline of " + p.points().size() + " points from "
                        + place(p.points().getFirst()) + band(p);
            case Roi.Rectangle _, Roi.Ellipse _, Roi.Point _ -> text;
        };
    }

    private static String band(Roi.Path path) {
        return path.band() == 1 ? "" : " band " + path.band();
    }

    private static String places(List<Roi.Point> points) {
        return points.stream().map(RoiText::place).collect(Collectors.joining(" "));
    }

    static String place(Roi.Point point) {
        return numbers(point.x(), point.y());
    }

    private static String numbers(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(RoiText::number).collect(Collectors.joining(","));
    }

    /** Returns the shortest decimal that reads back as {@code value}. */
    private static String number(double value) {
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return Math.abs(shortest.scale()) > 20 ? shortest.toString() : shortest.toPlainString();
    }

    static void checkFinite(double... numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a ROI has finite coordinates, got " + number);
            }
        }
    }

    static void checkExtent(String name, double x, double y, double width, double height) {
        checkFinite(x, y, width, height);
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    name + " needs a width and a height greater than 0, got " + number(width) + " × " + number(height));
        }
    }

    static void checkPath(String name, List<Roi.Point> points, int band) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a " + name + " needs at least 2 points, got " + points.size());
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).equals(points.get(i - 1))) {
                throw new IllegalArgumentException(
                        "a " + name + " needs different points, got " + place(points.get(i)) + " twice");
            }
        }
        if (band < 1) {
            throw new IllegalArgumentException("a band needs at least 1 px, got " + band);
        }
    }
}
