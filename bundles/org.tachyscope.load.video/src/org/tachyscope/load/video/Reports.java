package org.tachyscope.load.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tachyscope.api.Plan.Report;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Table;

/** Tells what was found in a video: what the file declares beside what there is, and where frames are missing. */
final class Reports {

    private static final int MOST_GAPS = 1000;
    private static final String UNSAID = "–";

    private Reports() {}

    /** Returns one table of facts, and one of gaps, if there are any. */
    static List<Report> of(Index index, Rhythm rhythm) {
        List<Report> reports = new ArrayList<>();
        reports.add(new Report("video", facts(index, rhythm)));
        if (!rhythm.gaps().isEmpty()) {
            reports.add(new Report("gaps", gaps(rhythm)));
        }
        return List.copyOf(reports);
    }

    private record Fact(String name, String found, String declared) {}

    private static Table facts(Index index, Rhythm rhythm) {
        Index.Facts declared = index.facts();
        int last = index.frames() - 1;
        double length = index.seconds(last) - index.seconds(0) + rhythm.step();
        long hidden = java.util.stream.IntStream.range(0, index.packets().count())
                .filter(packet -> index.packets().is(packet, Packets.HIDDEN))
                .count();
        List<Fact> facts = List.of(
                new Fact("frames", "" + index.frames(), declared.frames() == 0 ? UNSAID : "" + declared.frames()),
                new Fact("cut off by an edit list", "" + hidden, UNSAID),
                new Fact("duplicates", "" + rhythm.duplicates(), UNSAID),
                new Fact("gaps", "" + rhythm.gaps().size(), UNSAID),
                new Fact("frames missing in gaps", "" + rhythm.missing(), UNSAID),
                new Fact("variable rate", rhythm.variable() ? "yes" : "no", UNSAID),
                new Fact("rate", rate(last / Math.max(1e-9, length - rhythm.step())), rate(declared.rate())),
                new Fact("start", seconds(index.seconds(0)), UNSAID),
                new Fact("length", seconds(length), declared.seconds() == 0 ? UNSAID : seconds(declared.seconds())),
                new Fact("key frames", "" + index.keyFrames(), UNSAID),
                new Fact("longest group", index.longestGroup() + " frames", UNSAID));
        return new Table(List.of(
                new Column.Texts("what", "", facts.stream().map(Fact::name).toList()),
                new Column.Texts("found", "", facts.stream().map(Fact::found).toList()),
                new Column.Texts(
                        "declared", "", facts.stream().map(Fact::declared).toList())));
    }

    private static Table gaps(Rhythm rhythm) {
        List<Rhythm.Gap> first = rhythm.gaps().stream().limit(MOST_GAPS).toList();
        return new Table(List.of(
                new Column.Numbers(
                        "behind frame",
                        "",
                        first.stream().mapToDouble(Rhythm.Gap::frame).toArray()),
                new Column.Numbers(
                        "from",
                        "s",
                        first.stream().mapToDouble(Rhythm.Gap::from).toArray()),
                new Column.Numbers(
                        "to", "s", first.stream().mapToDouble(Rhythm.Gap::to).toArray()),
                new Column.Numbers(
                        "frames missing",
                        "",
                        first.stream().mapToDouble(Rhythm.Gap::missing).toArray())));
    }

    private static String rate(double rate) {
        return rate == 0 ? UNSAID : number(rate) + " frames/s";
    }

    /** Returns a time as a person reads it. */
    static String seconds(double seconds) {
        return number(seconds) + " s";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
