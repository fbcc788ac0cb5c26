package org.tachyscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.export.Contents.numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Table;
import org.tachyscope.export.CsvExporter.Comments;
import org.tachyscope.export.CsvExporter.LineEnd;

class CsvExporterTest {

    private static final CsvExporter EXPORTER = new CsvExporter();
    private static final Curve CURVE = new Curve(
            numbers("time", "s", 0, 0.5, 1),
            List.of(numbers("mean", "counts", 128, 0.1, 1e300), numbers("max", "", 1, 2, 3)));

    private final Path file;

    CsvExporterTest(@TempDir Path folder) {
        this.file = folder.resolve("a.csv");
    }

    private String write(Content content) throws IOException {
        return Files.readString(Contents.write(EXPORTER, content, file));
    }

    private String write(Metadata metadata, Comments comments, LineEnd lineEnd) throws IOException {
        Contents.write(EXPORTER, CURVE, metadata, file, new CsvExporter.Params(comments, lineEnd));
        return Files.readString(file);
    }

    @Test
    void writesOneRowAPointBelowLabelsAndUnits() throws IOException {
        assertEquals("time (s),mean (counts),max\n0,128,1\n0.5,0.1,2\n1,1.0E300,3\n", write(CURVE));
    }

    @Test
    void quotesWhatNeedsIt() throws IOException {
        Column texts = new Column.Texts("file, \"raw\"", "", List.of("a,b", "say \"ü\"", "two\nlines", "plain text"));
        Column numbers = numbers("n", "", 1, 2, 3, 4);
        assertEquals(
                "\"file, \"\"raw\"\"\",n\n\"a,b\",1\n\"say \"\"ü\"\"\",2\n\"two\nlines\",3\nplain text,4\n",
                write(new Table(List.of(texts, numbers))));
    }

    @Test
    void writesNumbersThatReadBackTheSame() {
        double[] values = {
            0.1, 1 / 3.0, Math.PI * 1e-300, Double.MIN_VALUE, Double.MAX_VALUE, 1e15, 123456789012345.0, -7
        };
        for (double value : values) {
            assertEquals(value, Double.parseDouble(CsvExporter.number(value)));
        }
        assertEquals("0.1", CsvExporter.number(0.1));
        assertEquals("-7", CsvExporter.number(-7));
        assertEquals("-0.0", CsvExporter.number(-0.0));
        assertEquals("2.0E-5", CsvExporter.number(2e-5));
    }

    @Test
    void writesWhatIsNotFiniteAsNumpyReadsIt() {
        assertEquals("NaN", CsvExporter.number(Double.NaN));
        assertEquals("inf", CsvExporter.number(Double.POSITIVE_INFINITY));
        assertEquals("-inf", CsvExporter.number(Double.NEGATIVE_INFINITY));
    }

    @Test
    void writesADotInEveryCountry() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertTrue(write(CURVE).contains("\n0.5,0.1,2\n"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void carriesLossesInComments() throws IOException {
        Metadata lossy = Metadata.named("run 7").withLoss(new Loss(Loss.Kind.SKIPPED, 2, "a.png,\nb.png: broken"));
        String rows = write(Metadata.named("run 7"), Comments.IF_LOSSY, LineEnd.LF);
        assertTrue(rows.startsWith("time (s),"));
        assertEquals(
                "# name: run 7\n# loss: SKIPPED 2: a.png, b.png: broken\n" + rows,
                write(lossy, Comments.IF_LOSSY, LineEnd.LF));
        assertEquals(rows, write(lossy, Comments.NEVER, LineEnd.LF));
    }

    @Test
    void saysWhatItKnowsWhenAsked() throws IOException {
        String text = write(Metadata.named("run 7").withProperty("camera", "W3"), Comments.ALWAYS, LineEnd.LF);
        assertTrue(text.startsWith("# name: run 7\n# property: camera=W3\ntime (s),"), text);
    }

    @Test
    void endsLinesAsOnWindowsWhenAsked() throws IOException {
        String text = write(Metadata.named("a"), Comments.ALWAYS, LineEnd.CRLF);
        assertEquals(5, text.split("\r\n", -1).length - 1);
        assertEquals(5, text.split("\n", -1).length - 1);
    }

    @Test
    void writesACurveWithoutPoints() throws IOException {
        assertEquals("t\n", write(new Curve(numbers("t", ""), List.of())));
    }

    @Test
    void refusesATableWithoutColumns() {
        assertFalse(EXPORTER.accepts(new Table(List.of())));
        assertThrows(IllegalArgumentException.class, () -> write(new Table(List.of())));
    }

    @Test
    void stopsInTheMiddleWhenCancelled() throws IOException {
        Curve longCurve = new Curve(numbers("t", "", new double[1_000_000]), List.of());
        var job = new Exporter.Job<>(longCurve, Metadata.named("a"), file, EXPORTER.defaults());
        assertThrows(CancellationException.class, () -> EXPORTER.write(job, Contents.cancelAfter(10_000)));
        assertTrue(Files.size(file) < 100_000, "size " + Files.size(file));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() {
        var e = assertThrows(IOException.class, () -> Contents.write(EXPORTER, CURVE, Path.of("/dev/full")));
        assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
    }
}
