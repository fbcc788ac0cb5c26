package org.tachyscope.core;

import java.util.Optional;
import org.tachyscope.api.Contribution;

/**
 * Describes a contribution before it is checked.
 *
 * @param id as declared, or empty
 * @param label as declared, or empty
 * @param group as declared, or empty
 * @param bundle where it comes from
 * @param service the contribution
 */
record Candidate(String id, String label, String group, String bundle, Object service) {

    /** Reads the annotation of {@code service}. */
    static Candidate annotated(Object service) {
        Class<?> type = service.getClass();
        Optional<Contribution> said = Optional.ofNullable(type.getAnnotation(Contribution.class));
        return new Candidate(
                said.map(Contribution::id).orElse(""),
                said.map(Contribution::label).orElse(""),
                said.map(Contribution::group).orElse(""),
                type.getPackageName(),
                service);
    }

    /** Returns the id if there is one, otherwise the class. */
    String name() {
        return id.isEmpty() ? service.getClass().getName() : id;
    }

    <S> Contributed<S> as(S typed) {
        return new Contributed<>(id, label.isEmpty() ? id : label, group, bundle, typed);
    }
}
