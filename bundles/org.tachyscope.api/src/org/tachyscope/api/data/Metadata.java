package org.tachyscope.api.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * States what is known about a stack or a result beside its pixels. Immutable; {@code with…} returns a changed copy.
 *
 * @param name what a person calls it, such as the file's name
 * @param timing when the frames were taken
 * @param frameNames one name a frame, such as file names, or empty
 * @param calibration size of a pixel and unit of the samples
 * @param losses what was skipped, filled, narrowed or left out on the way here; shown as a badge and written to exports
 * @param properties everything else worth keeping, such as the camera's model
 */
public record Metadata(
        String name,
        Timing timing,
        List<String> frameNames,
        Calibration calibration,
        List<Loss> losses,
        Map<String, String> properties) {

    /** Copies the lists and the map. */
    public Metadata {
        frameNames = List.copyOf(frameNames);
        losses = List.copyOf(losses);
        properties = Map.copyOf(properties);
    }

    /** Knows only the name. */
    public static Metadata named(String name) {
        return new Metadata(name, Timing.UNKNOWN, List.of(), Calibration.PIXELS, List.of(), Map.of());
    }

    /** Returns a copy with another name. */
    public Metadata withName(String newName) {
        return new Metadata(newName, timing, frameNames, calibration, losses, properties);
    }

    /** Returns a copy with other frame times. */
    public Metadata withTiming(Timing newTiming) {
        return new Metadata(name, newTiming, frameNames, calibration, losses, properties);
    }

    /** Returns a copy with other frame names, one a frame. */
    public Metadata withFrameNames(List<String> names) {
        return new Metadata(name, timing, names, calibration, losses, properties);
    }

    /** Returns a copy with another calibration. */
    public Metadata withCalibration(Calibration newCalibration) {
        return new Metadata(name, timing, frameNames, newCalibration, losses, properties);
    }

    /** Returns a copy that admits one more loss. */
    public Metadata withLoss(Loss loss) {
        List<Loss> all = new ArrayList<>(losses);
        all.add(loss);
        return new Metadata(name, timing, frameNames, calibration, all, properties);
    }

    /** Returns a copy with one more property, or a changed one. */
    public Metadata withProperty(String key, String value) {
        Map<String, String> all = new TreeMap<>(properties);
        all.put(key, value);
        return new Metadata(name, timing, frameNames, calibration, losses, all);
    }
}
