package org.tachyscope.ui.internal;

import java.util.stream.Stream;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.tachyscope.ui.api.ColorMap;

/** Offers the colour maps for the active stack. */
public final class ColorMapMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        return Services.workspace().active().stream()
                .flatMap(item -> Stream.of(ColorMap.values())
                        .map(map -> new ActionContributionItem(
                                MenuAction.radio(map.label(), item.colorMap() == map, () -> item.showColors(map)))))
                .toArray(IContributionItem[]::new);
    }
}
