package org.tachyscope.core;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sorts candidates by kind and id, and sets aside those that can't be used. The first of two with one id wins. */
final class Sorter {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private final Map<Kind, Map<String, Candidate>> found = new EnumMap<>(Kind.class);
    private final List<Broken> problems;

    Sorter(List<Candidate> candidates, List<Broken> known) {
        problems = new ArrayList<>(known);
        for (Kind kind : Kind.values()) {
            found.put(kind, new TreeMap<>());
        }
        candidates.forEach(this::add);
    }

    List<Candidate> of(Kind kind) {
        return List.copyOf(found.getOrDefault(kind, Map.of()).values());
    }

    List<Broken> problems() {
        return List.copyOf(problems);
    }

    private void add(Candidate candidate) {
        String reason = reasonAgainst(candidate);
        if (!reason.isEmpty()) {
            problems.add(new Broken(candidate.name(), candidate.bundle(), reason));
            return;
        }
        for (Kind kind : Kind.of(candidate.service())) {
            add(kind, candidate);
        }
    }

    private void add(Kind kind, Candidate candidate) {
        @Nullable Candidate first = found.getOrDefault(kind, Map.of()).get(candidate.id());
        if (first == null) {
            found.getOrDefault(kind, new TreeMap<>()).put(candidate.id(), candidate);
        } else {
            problems.add(new Broken(
                    candidate.name(),
                    candidate.bundle(),
                    "the id is already taken by " + first.service().getClass().getName() + " of " + first.bundle()));
        }
    }

    private static String reasonAgainst(Candidate candidate) {
        if (Kind.of(candidate.service()).isEmpty()) {
            return "is no loader, operation, reduction or exporter";
        }
        if (candidate.id().isEmpty()) {
            return "has no id: @Contribution is missing";
        }
        if (!ID.matcher(candidate.id()).matches()) {
            return "the id may hold lower case letters, digits, dots and dashes only";
        }
        try {
            Parameters.fields(Kind.defaults(candidate.service()));
            return "";
        } catch (RuntimeException | LinkageError e) {
            return "its default parameters can't be read: " + Reason.of(e);
        }
    }
}
