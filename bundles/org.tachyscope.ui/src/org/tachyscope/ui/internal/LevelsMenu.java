package org.tachyscope.ui.internal;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.tachyscope.api.Param;
import org.tachyscope.ui.api.Levels;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Levels.Scope;
import org.tachyscope.ui.api.Range;
import org.tachyscope.ui.api.StackItem;

/** Offers the ways to find the levels of the active stack. */
public final class LevelsMenu extends CompoundContributionItem {

    private static final Rule PERCENTILE = Levels.DEFAULT.rule();

    /** Asks for a range. */
    record Bounds(
            @Param(label = "Low") double low,
            @Param(label = "High") double high) {}

    @Override
    protected IContributionItem[] getContributionItems() {
        return Services.workspace().active().map(LevelsMenu::items).orElseGet(() -> new IContributionItem[0]);
    }

    private static IContributionItem[] items(StackItem item) {
        return new IContributionItem[] {
            rule(item, "Cut 0.1 % at both ends", PERCENTILE),
            rule(item, "Minimum to maximum", new Rule.MinMax()),
            rule(item, "Full range of the pixel type", new Rule.FullType()),
            new ActionContributionItem(
                    MenuAction.radio("Manual…", item.levels().rule() instanceof Rule.Manual, () -> askRange(item))),
            new Separator(),
            scope(item, "Same for the whole stack", Scope.STACK),
            scope(item, "For each frame anew", Scope.FRAME),
        };
    }

    private static IContributionItem rule(StackItem item, String label, Rule rule) {
        return new ActionContributionItem(MenuAction.radio(
                label,
                item.levels().rule().equals(rule),
                () -> item.showLevels(item.levels().withRule(rule))));
    }

    private static IContributionItem scope(StackItem item, String label, Scope scope) {
        return new ActionContributionItem(MenuAction.radio(
                label,
                item.levels().scope() == scope,
                () -> item.showLevels(item.levels().withScope(scope))));
    }

    private static void askRange(StackItem item) {
        var shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        Range now = item.shownRange().orElse(new Range(0, 255));
        var purpose = new FormDialog.Purpose("Levels", "Stretch the colours from low to high.", "Show");
        FormDialog.ask(shell, purpose, new Bounds(now.low(), now.high()))
                .map(Bounds.class::cast)
                .ifPresent(bounds -> show(item, bounds));
    }

    private static void show(StackItem item, Bounds bounds) {
        try {
            Range range = new Range(bounds.low(), bounds.high());
            item.showLevels(item.levels().withRule(new Rule.Manual(range)));
        } catch (IllegalArgumentException e) {
            Failure.report("Can't show these levels", e);
        }
    }
}
