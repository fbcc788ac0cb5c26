package org.tachyscope.ui.internal;

import java.util.Map;
import java.util.Optional;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Subscription;
import org.tachyscope.ui.api.Workspace;

/** Tells commands whether a stack is open, so that those that need one are grey without it. */
public final class StackState extends AbstractSourceProvider implements Workspace.Listener {

    private static final String OPEN = "org.tachyscope.ui.open";

    private final Workspace workspace = Services.workspace();
    private final Subscription subscription = workspace.listen(this);

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {OPEN};
    }

    @Override
    public Map<String, Object> getCurrentState() {
        return Map.of(OPEN, workspace.active().isPresent());
    }

    @Override
    public void activated(Optional<StackItem> item) {
        fireSourceChanged(ISources.WORKBENCH, OPEN, item.isPresent());
    }

    @Override
    public void dispose() {
        subscription.close();
    }
}
