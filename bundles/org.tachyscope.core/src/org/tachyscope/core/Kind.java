package org.tachyscope.core;

import java.util.List;
import java.util.stream.Stream;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Reduction;

/** Tells what can be contributed. */
enum Kind {
    LOADER(Loader.class),
    OPERATION(Operation.class),
    REDUCTION(Reduction.class),
    EXPORTER(Exporter.class);

    private final Class<?> type;

    Kind(Class<?> type) {
        this.type = type;
    }

    /** Returns every kind that {@code service} is. */
    static List<Kind> of(Object service) {
        return Stream.of(values()).filter(kind -> kind.type.isInstance(service)).toList();
    }

    /** Tells whether one of these interface names is a kind. */
    static boolean any(String... interfaces) {
        return Stream.of(values()).anyMatch(kind -> List.of(interfaces).contains(kind.type.getName()));
    }

    /** Returns the initial parameters of a contribution. */
    static Record defaults(Object service) {
        return switch (service) {
            case Loader<?> loader -> loader.defaults();
            case Operation<?> operation -> operation.defaults();
            case Reduction<?> reduction -> reduction.defaults();
            case Exporter<?> exporter -> exporter.defaults();
            default -> throw new IllegalArgumentException(service.getClass().getName() + " contributes nothing");
        };
    }
}
