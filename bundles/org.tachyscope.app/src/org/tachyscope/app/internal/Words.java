package org.tachyscope.app.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.core.Seconds;
import org.tachyscope.core.Size;
import org.tachyscope.core.plan.Verdict;

/** Puts numbers into words for a person. */
final class Words {

    private Words() {}

    /** Returns a rate with three digits. */
    static String rate(double perSecond) {
        if (perSecond >= 99.5) {
            return String.format(Locale.ROOT, "%,d", Math.round(perSecond));
        }
        return String.format(Locale.ROOT, perSecond < 9.95 ? "%.2f" : "%.1f", perSecond);
    }

    static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Returns every axis with its meaning. */
    static String shape(Shape shape) {
        return count(shape.frames(), "frame") + " of " + shape.width() + " × " + shape.height() + " px"
                + (shape.channels() == 1 ? "" : ", " + shape.channels() + " channels");
    }

    static String type(PixelType type) {
        return switch (type) {
            case U8 -> "U8 (8-bit unsigned)";
            case U16 -> "U16 (16-bit unsigned)";
            case F32 -> "F32 (32-bit floating point)";
        };
    }

    static String size(Shape shape, PixelType type) {
        return Size.text(Size.of(shape, type));
    }

    /** Says how frames are reached, and what that takes. */
    static String access(Verdict.Way way, Plan.Cost cost) {
        String how = switch (way.access()) {
            case CACHE -> "cached: all frames are decoded into the disk cache once";
            case MAP -> "mapped: frames are read from the file when they are needed";
            case LOAD, AUTOMATIC -> "loaded: all frames are decoded into memory once";
            case DECODE -> "decoded: every access decodes its frame";
        };
        String time = way.seconds().isPresent()
                ? ", about " + Seconds.text(way.seconds().getAsDouble())
                : ", how long is unknown; 'tachyscope bench' measures this machine";
        return how
                + (way.memoryBytes() == 0 ? "" : "; takes " + Size.text(way.memoryBytes()) + " of memory")
                + (way.diskBytes() == 0 ? "" : "; writes " + Size.text(way.diskBytes()) + " to disk")
                + (way.memoryBytes() + way.diskBytes() == 0 ? "" : time)
                + (cost.readBytes() == 0 ? "" : "; reads " + Size.text(cost.readBytes()) + " first");
    }

    /** Returns one line a loss. */
    static List<String> losses(List<Loss> losses) {
        return losses.stream()
                .map(loss -> loss.kind().name().toLowerCase(Locale.ROOT) + " " + loss.count() + ": " + loss.detail())
                .toList();
    }

    /** Returns lines of which the first columns are aligned; continuation lines are indented. */
    static String aligned(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            boolean last = i == row.size() - 1;
            line.append(row.get(i))
                    .append(last ? "" : " ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
