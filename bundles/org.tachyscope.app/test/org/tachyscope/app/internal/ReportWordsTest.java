package org.tachyscope.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Plan.Report;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Table;
import org.tachyscope.core.recipe.Json;

class ReportWordsTest {

    private static final Report GAPS = new Report(
            "gaps",
            new Table(List.of(
                    new Column.Texts("where", "", List.of("behind a.png", "b")),
                    new Column.Numbers("from", "s", new double[] {0.5, 12}),
                    new Column.Numbers("missing", "", new double[] {3, Double.NaN}))));

    @Test
    void areAlignedForAPerson() {
        assertEquals(
                List.of("where         from [s]  missing", "behind a.png  0.5       3", "b             12        NaN"),
                ReportWords.lines(GAPS));
    }

    @Test
    void areRowsForPrograms() {
        assertEquals(
                "{\"title\":\"gaps\",\"rows\":[{\"where\":\"behind a.png\",\"from [s]\":0.5,\"missing\":3},"
                        + "{\"where\":\"b\",\"from [s]\":12,\"missing\":\"NaN\"}]}",
                Json.format(ReportWords.tree(GAPS), "")
                        .replaceAll("\\s*\n\\s*", "")
                        .replace("\": ", "\":"));
    }

    @Test
    void ofManyRowsAreCutForAPersonOnly() {
        Report many = new Report(
                "files",
                new Table(List.of(new Column.Numbers(
                        "number",
                        "",
                        DoubleStream.iterate(0, i -> i + 1).limit(25).toArray()))));
        List<String> lines = ReportWords.lines(many);
        assertEquals(22, lines.size());
        assertEquals("19", lines.get(20));
        assertEquals("… and 5 more, see --json", lines.get(21));
        assertEquals(25, ((List<?>) ReportWords.tree(many).get("rows")).size());
    }
}
