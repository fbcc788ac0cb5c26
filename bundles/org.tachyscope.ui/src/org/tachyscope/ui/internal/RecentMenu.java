package org.tachyscope.ui.internal;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;

/** Lists the sources that were opened last. */
public final class RecentMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        List<Path> sources = Recent.sources();
        if (sources.isEmpty()) {
            Action none = new MenuAction("Nothing opened yet", () -> {});
            none.setEnabled(false);
            return new IContributionItem[] {new ActionContributionItem(none)};
        }
        return sources.stream()
                .map(source -> new ActionContributionItem(new MenuAction(
                        source.toString(), () -> Services.workspace().open(source))))
                .toArray(IContributionItem[]::new);
    }
}
