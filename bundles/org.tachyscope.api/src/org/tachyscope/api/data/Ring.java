package org.tachyscope.api.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Checks the corners of a polygon. */
final class Ring {

    private final List<Roi.Point> corners;

    private Ring(List<Roi.Point> corners) {
        this.corners = corners;
    }

    /** Returns the corners without a last one that repeats the first. */
    static List<Roi.Point> checked(List<Roi.Point> corners) {
        boolean closed = corners.size() > 1 && corners.getLast().equals(corners.getFirst());
        List<Roi.Point> open = List.copyOf(closed ? corners.subList(0, corners.size() - 1) : corners);
        if (open.size() < 3) {
            throw new IllegalArgumentException("a polygon needs at least 3 corners, got " + open.size());
        }
        for (Roi.Point corner : open) {
            RoiText.checkFinite(corner.x(), corner.y());
        }
        new Ring(open).refuseCrossing();
        return open;
    }

    private Roi.Point from(int edge) {
        return corners.get(edge);
    }

    private Roi.Point to(int edge) {
        return corners.get((edge + 1) % corners.size());
    }

    private double left(int edge) {
        return Math.min(from(edge).x(), to(edge).x());
    }

    private double right(int edge) {
        return Math.max(from(edge).x(), to(edge).x());
    }

    /** Sweeps from left to right and compares only edges that lie above one another. */
    private void refuseCrossing() {
        List<Integer> byLeft =
                new ArrayList<>(IntStream.range(0, corners.size()).boxed().toList());
        byLeft.sort(Comparator.comparingDouble(this::left));
        List<Integer> open = new ArrayList<>();
        for (int edge : byLeft) {
            open.removeIf(other -> right(other) < left(edge));
            for (int other : open) {
                refuseCrossing(Math.min(edge, other), Math.max(edge, other));
            }
            open.add(edge);
        }
    }

    private void refuseCrossing(int first, int second) {
        boolean next = second == first + 1;
        boolean around = first == 0 && second == corners.size() - 1;
        boolean bad = next
                ? foldsBack(from(first), to(first), to(second))
                : around ? foldsBack(from(second), to(second), to(first)) : meet(first, second);
        if (bad) {
            throw new IllegalArgumentException("a polygon mustn't cross or touch itself: the edge from "
                    + RoiText.place(from(first)) + " to " + RoiText.place(to(first)) + " meets the one from "
                    + RoiText.place(from(second)) + " to " + RoiText.place(to(second)));
        }
    }

    /** Tells whether the edge from {@code b} to {@code c} runs back along the one from {@code a} to {@code b}. */
    private static boolean foldsBack(Roi.Point a, Roi.Point b, Roi.Point c) {
        double forward = (b.x() - a.x()) * (c.x() - b.x()) + (b.y() - a.y()) * (c.y() - b.y());
        return forward <= 0 && Exact.side(a, b, c.x(), c.y()) == 0;
    }

    private boolean meet(int first, int second) {
        Roi.Point a = from(first);
        Roi.Point b = to(first);
        Roi.Point c = from(second);
        Roi.Point d = to(second);
        int sideC = Exact.side(a, b, c.x(), c.y());
        int sideD = Exact.side(a, b, d.x(), d.y());
        int sideA = Exact.side(c, d, a.x(), a.y());
        int sideB = Exact.side(c, d, b.x(), b.y());
        if (sideC != sideD && sideA != sideB) {
            return sideC * sideD <= 0 && sideA * sideB <= 0;
        }
        return sideC == 0 && sideD == 0 && overlap(a, b, c, d);
    }

    private static boolean overlap(Roi.Point a, Roi.Point b, Roi.Point c, Roi.Point d) {
        return Math.max(a.x(), b.x()) >= Math.min(c.x(), d.x())
                && Math.max(c.x(), d.x()) >= Math.min(a.x(), b.x())
                && Math.max(a.y(), b.y()) >= Math.min(c.y(), d.y())
                && Math.max(c.y(), d.y()) >= Math.min(a.y(), b.y());
    }
}
