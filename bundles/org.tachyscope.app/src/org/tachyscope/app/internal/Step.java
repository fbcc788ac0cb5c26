package org.tachyscope.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names an operation or reduction as a person typed it: {@code std} or {@code std:divisor=sample:other=3}.
 *
 * @param id the id
 * @param assignments texts {@code name=value}
 */
record Step(String id, List<String> assignments) {

    private static final Pattern NEXT = Pattern.compile("[a-z][a-z0-9.-]*(:.*)?");

    /** A colon within a value, such as that of a drive, has no name and equals sign behind it. */
    private static final String BEFORE_NAME = ":(?=[A-Za-z][A-Za-z0-9.]*=|$)";

    /** Understands {@code mean,roi-mean:box=1,2,3,4,max}: a part that can't begin a step continues the one before. */
    static List<Step> parse(List<String> options) {
        List<Step> steps = new ArrayList<>();
        for (String option : options) {
            List<String> texts = new ArrayList<>();
            for (String part : option.split(",", -1)) {
                if (texts.isEmpty() || NEXT.matcher(part).matches()) {
                    texts.add(part);
                } else {
                    texts.add(texts.removeLast() + "," + part);
                }
            }
            texts.forEach(text -> steps.add(of(text)));
        }
        return steps;
    }

    /** Measures boxes {@code 1,2,3,4} one by one, and regions that begin with a word all together. */
    static List<Step> ofRegions(List<String> rois) {
        Map<Boolean, List<String>> named = rois.stream().collect(Collectors.partitioningBy(Step::named));
        List<Step> steps = new ArrayList<>();
        named.get(false).forEach(box -> steps.add(new Step("roi-mean", List.of("box=" + box))));
        if (!named.get(true).isEmpty()) {
            steps.add(new Step("roi-curve", List.of("rois=" + String.join("; ", named.get(true)))));
        }
        return steps;
    }

    private static boolean named(String roi) {
        return !roi.isBlank() && Character.isLetter(roi.strip().charAt(0));
    }

    /** Returns a copy with more assignments. */
    Step with(List<String> more) {
        return new Step(id, Stream.concat(assignments.stream(), more.stream()).toList());
    }

    private static Step of(String text) {
        List<String> parts = List.of(text.strip().split(BEFORE_NAME));
        return new Step(parts.getFirst(), parts.subList(1, parts.size()));
    }
}
