package org.tachyscope.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names an operation or reduction as a person typed it: {@code std} or {@code std:divisor=sample:other=3}.
 *
 * @param id the id
 * @param assignments texts {@code name=value}
 */
record Step(String id, List<String> assignments) {

    private static final Pattern NEXT = Pattern.compile("[a-z][a-z0-9.-]*(:.*)?");

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

    /** Returns a copy with more assignments. */
    Step with(List<String> more) {
        return new Step(id, Stream.concat(assignments.stream(), more.stream()).toList());
    }

    private static Step of(String text) {
        List<String> parts = List.of(text.strip().split(":"));
        return new Step(parts.getFirst(), parts.subList(1, parts.size()));
    }
}
