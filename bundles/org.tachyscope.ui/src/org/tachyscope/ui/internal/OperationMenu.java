package org.tachyscope.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.tachyscope.api.Operation;
import org.tachyscope.core.Contributed;
import org.tachyscope.ui.api.StackItem;

/** Lists the operations that plug-ins contribute at the moment, a submenu for each group. */
public final class OperationMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        Map<String, List<Contributed<Operation<?>>>> groups = Services.catalog().operations().stream()
                .sorted(Comparator.comparing(Contributed::label))
                .collect(Collectors.groupingBy(Contributed::group, TreeMap::new, Collectors.toList()));
        List<IContributionItem> items = new ArrayList<>();
        groups.forEach((group, operations) ->
                items.addAll(group.isEmpty() ? actions(operations) : List.of(menu(group, operations))));
        if (items.isEmpty()) {
            items.add(none());
        }
        return items.toArray(IContributionItem[]::new);
    }

    private static IContributionItem none() {
        Action none = new MenuAction("No operations installed", () -> {});
        none.setEnabled(false);
        return new ActionContributionItem(none);
    }

    private static MenuManager menu(String group, List<Contributed<Operation<?>>> operations) {
        var menu = new MenuManager(group);
        actions(operations).forEach(menu::add);
        return menu;
    }

    private static List<IContributionItem> actions(List<Contributed<Operation<?>>> operations) {
        return operations.stream().map(OperationMenu::action).toList();
    }

    private static IContributionItem action(Contributed<Operation<?>> operation) {
        var action = new MenuAction(
                MenuAction.label(operation.label(), operation.service().defaults()),
                () -> Services.workspace().active().ifPresent(item -> apply(item, operation)));
        action.setEnabled(Services.workspace().active().isPresent());
        return new ActionContributionItem(action);
    }

    private static void apply(StackItem item, Contributed<Operation<?>> operation) {
        var shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        var purpose = new FormDialog.Purpose(
                operation.label(), "Compute a new stack from " + item.name() + ", which stays as it is.", "Apply");
        FormDialog.ask(shell, purpose, Prefill.of(operation.service().defaults(), item.shape()))
                .ifPresent(params -> Applying.start(item, operation, params));
    }
}
