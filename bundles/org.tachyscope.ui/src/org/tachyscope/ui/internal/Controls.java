package org.tachyscope.ui.internal;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.tachyscope.ui.api.Ids;

/** Finds controls by their stable name. */
final class Controls {

    private Controls() {}

    /** Returns the control of this name in or below {@code root}. */
    static Optional<Control> find(Control root, String name) {
        if (name.equals(root.getData(Ids.KEY))) {
            return Optional.of(root);
        }
        return root instanceof Composite inner
                ? Stream.of(inner.getChildren())
                        .flatMap(child -> find(child, name).stream())
                        .findFirst()
                : Optional.empty();
    }
}
