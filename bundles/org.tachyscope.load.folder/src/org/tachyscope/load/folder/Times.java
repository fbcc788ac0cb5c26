package org.tachyscope.load.folder;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.tachyscope.api.data.Timing;

/**
 * Tells when frames were captured, as cameras noted it.
 *
 * @param timing seconds after the first, if all frames have a time and each is later than the one before
 * @param first when the first was captured, if that is the time axis
 * @param note what to say about it, if there is anything
 */
record Times(Timing timing, Optional<LocalDateTime> first, Optional<String> note) {

    private static final double NANOS = 1e9;

    /** Takes the times of some slots. */
    static Times of(Survey survey, int[] slots) {
        int known = 0;
        boolean later = true;
        Optional<LocalDateTime> before = Optional.empty();
        for (int slot : slots) {
            Optional<LocalDateTime> time = survey.slots().get(slot).exif().captured();
            known += time.isPresent() ? 1 : 0;
            later &= time.isPresent() && (before.isEmpty() || time.get().isAfter(before.get()));
            before = time;
        }
        if (known == 0 || slots.length == 1) {
            return new Times(Timing.UNKNOWN, before, Optional.empty());
        }
        return later ? listed(survey, slots) : unused(slots.length, known);
    }

    private static Times listed(Survey survey, int[] slots) {
        LocalDateTime first = time(survey, slots[0]);
        double[] seconds = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            Duration since = Duration.between(first, time(survey, slots[i]));
            seconds[i] = since.getSeconds() + since.getNano() / NANOS;
        }
        LocalDateTime last = time(survey, slots[slots.length - 1]);
        return new Times(
                new Timing.Listed(seconds),
                Optional.of(first),
                Optional.of("times are those that the camera noted, " + first + " to " + last));
    }

    private static LocalDateTime time(Survey survey, int slot) {
        return survey.slots().get(slot).exif().captured().orElseThrow();
    }

    private static Times unused(int frames, int known) {
        String why = known < frames
                ? (frames - known) + " of " + frames + " frames have none"
                : "some frames aren't later than the one before";
        return new Times(
                Timing.UNKNOWN, Optional.empty(), Optional.of("the times that the camera noted aren't used: " + why));
    }
}
