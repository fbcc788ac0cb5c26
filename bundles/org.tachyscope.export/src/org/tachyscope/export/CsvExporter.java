package org.tachyscope.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Param;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;

/**
 * Writes a curve or table as comma-separated values, RFC 4180, in UTF-8 without a mark.
 *
 * <p>The first row names the columns with their units, {@code mean (counts)}. Numbers have a dot and as many digits as give
 * the same float64 back; a number that isn't one is {@code NaN}, {@code inf} or {@code -inf}. Lines end with a line feed
 * unless {@link LineEnd#CRLF} is chosen. Fields with a comma, a quote or a line break are quoted.
 *
 * <p>The format has no place for what is known beside the numbers. Lines in front that begin with {@code #} carry it, by
 * default only if something was lost on the way; {@code pandas.read_csv(file, comment='#')} reads such a file.
 */
@Component
@Contribution(id = "csv", label = "CSV table", group = "Tables")
public final class CsvExporter implements Exporter<CsvExporter.Params> {

    private static final int ROWS_PER_REPORT = 1024;

    /** Tells when lines of comment are written. */
    public enum Comments {
        /** Only if frames were skipped, values changed or the like: that must not get lost. */
        IF_LOSSY,
        /** Always: name, losses, calibration and properties. */
        ALWAYS,
        /** Never. */
        NEVER
    }

    /** Tells how lines end. */
    public enum LineEnd {
        /** As everywhere but on Windows. */
        LF("\n"),
        /** As on Windows and as RFC 4180 has it. */
        CRLF("\r\n");

        private final String text;

        LineEnd(String text) {
            this.text = text;
        }
    }

    /**
     * Says how to write.
     *
     * @param comments when lines of comment are written
     * @param lineEnd how lines end
     */
    public record Params(
            @Param(label = "Comments", help = "Lines that begin with # and say what is known and what was lost.")
            Comments comments,

            @Param(label = "Line end") LineEnd lineEnd) {}

    @Override
    public Params defaults() {
        return new Params(Comments.IF_LOSSY, LineEnd.LF);
    }

    @Override
    public List<String> extensions() {
        return List.of("csv");
    }

    @Override
    public boolean accepts(Content content) {
        return switch (content) {
            case Curve _ -> true;
            case Table table -> !table.columns().isEmpty();
            case Stack _, Frame _ -> false;
        };
    }

    @Override
    public void write(Job<Params> job, Progress progress) throws IOException {
        List<Column> columns = switch (job.content()) {
            case Curve curve -> columns(curve);
            case Table table when accepts(table) -> table.columns();
            case Table _, Stack _, Frame _ -> throw Refused.content("csv", "curves and tables", job.content());
        };
        progress.checkCancelled();
        String end = job.params().lineEnd().text;
        try (BufferedWriter out = Files.newBufferedWriter(job.file(), StandardCharsets.UTF_8)) {
            for (String comment : comments(job)) {
                out.append("# ").append(comment.replaceAll("\\s+", " ")).append(end);
            }
            write(columns, end, out, progress);
        }
    }

    private static List<Column> columns(Curve curve) {
        List<Column> columns = new ArrayList<>();
        columns.add(curve.x());
        columns.addAll(curve.y());
        return columns;
    }

    private static List<String> comments(Job<Params> job) {
        Metadata metadata = job.metadata();
        boolean wanted = switch (job.params().comments()) {
            case IF_LOSSY -> !metadata.losses().isEmpty();
            case ALWAYS -> true;
            case NEVER -> false;
        };
        return wanted ? Known.lines(metadata) : List.of();
    }

    private static void write(List<Column> columns, String end, Writer out, Progress progress) throws IOException {
        int rows = columns.getFirst().size();
        for (int row = -1; row < rows; row++) {
            for (int i = 0; i < columns.size(); i++) {
                out.append(i == 0 ? "" : ",").append(field(columns.get(i), row));
            }
            out.append(end);
            if (row % ROWS_PER_REPORT == 0 || row == rows - 1) {
                progress.checkCancelled();
                progress.worked(row + 1, rows);
            }
        }
    }

    /** Returns the head of a column for row -1, and one of its values otherwise. */
    private static String field(Column column, int row) {
        if (row < 0) {
            return quoted(column.unit().isEmpty() ? column.label() : column.label() + " (" + column.unit() + ")");
        }
        return switch (column) {
            case Column.Numbers numbers -> number(numbers.get(row));
            case Column.Texts texts -> quoted(texts.values().get(row));
        };
    }

    /** Returns the shortest decimal that reads back as {@code value}; whole numbers without a point. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        boolean minusZero = value == 0 && 1 / value < 0;
        return whole && !minusZero ? Long.toString((long) value) : Double.toString(value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
