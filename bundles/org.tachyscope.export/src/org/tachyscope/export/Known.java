package org.tachyscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;

/** Words what is known about a content beside its samples. */
final class Known {

    private Known() {}

    /**
     * Holds one thing that is known.
     *
     * @param key such as {@code loss}; several may have the same
     */
    record Entry(String key, String value) {}

    /** Lists name, losses, calibration and properties, in this order. */
    static List<Entry> entries(Metadata metadata) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("name", metadata.name()));
        for (Loss loss : metadata.losses()) {
            entries.add(new Entry("loss", loss.kind() + " " + loss.count() + ": " + loss.detail()));
        }
        Calibration scale = metadata.calibration();
        if (!scale.equals(Calibration.PIXELS)) {
            entries.add(
                    new Entry("pixel", scale.pixelWidth() + " × " + scale.pixelHeight() + " " + scale.lengthUnit()));
            entries.add(new Entry("unit", scale.sampleUnit()));
        }
        metadata.properties().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> entries.add(new Entry("property", e.getKey() + "=" + e.getValue())));
        return List.copyOf(entries);
    }

    /** Lists the same as lines {@code key: value}. */
    static List<String> lines(Metadata metadata) {
        return entries(metadata).stream().map(e -> e.key() + ": " + e.value()).toList();
    }
}
