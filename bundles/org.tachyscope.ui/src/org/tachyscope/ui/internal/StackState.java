package org.tachyscope.ui.internal;

import java.util.Map;
import java.util.Optional;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Subscription;
import org.tachyscope.ui.api.Workspace;

/** Tells commands whether a stack is open and whether it holds less than all of its source, so that those that need one are grey
 * without it. */
public final class StackState extends AbstractSourceProvider implements Workspace.Listener {

    private static final String OPEN = "org.tachyscope.ui.open";
    private static final String THINNED = "org.tachyscope.ui.thinned";

    private final Workspace workspace = Services.workspace();
    private final Subscription subscription = workspace.listen(this);

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {OPEN, THINNED};
    }

    @Override
    public Map<String, Object> getCurrentState() {
        return state(workspace.active());
    }

    @Override
    public void activated(Optional<StackItem> item) {
        fireSourceChanged(ISources.WORKBENCH, state(item));
    }

    private static Map<String, Object> state(Optional<StackItem> item) {
        return Map.of(
                OPEN, item.isPresent(), THINNED, item.filter(Histories::thinned).isPresent());
    }

    @Override
    public void dispose() {
        subscription.close();
    }
}
