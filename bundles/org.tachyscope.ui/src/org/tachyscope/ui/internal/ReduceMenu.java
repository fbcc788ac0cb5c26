package org.tachyscope.ui.internal;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.tachyscope.api.Reduction;
import org.tachyscope.core.Contributed;
import org.tachyscope.ui.api.StackItem;

/** Lists the reductions that plug-ins contribute at the moment. */
public final class ReduceMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        return Services.workspace().active().stream().flatMap(ReduceMenu::items).toArray(IContributionItem[]::new);
    }

    private static Stream<IContributionItem> items(StackItem item) {
        return Services.catalog().reductions().stream()
                .map(reduction -> new ActionContributionItem(new MenuAction(
                        MenuAction.label(reduction.label(), reduction.service().defaults()),
                        () -> reduce(item, reduction))));
    }

    private static void reduce(StackItem item, Contributed<Reduction<?>> reduction) {
        var shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        var purpose = new FormDialog.Purpose(
                reduction.label(), "Reduce the " + item.shape().frames() + " frames of " + item.name() + ".", "Reduce");
        FormDialog.ask(shell, purpose, Prefill.of(reduction.service().defaults(), item.shape()))
                .ifPresent(params -> Reducing.start(item, List.of(new Reducing.Choice(reduction, params))));
    }
}
