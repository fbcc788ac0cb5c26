package org.tachyscope.ui.views.frame;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Levels;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Levels.Scope;
import org.tachyscope.ui.api.StackItem;

/** Offers what can be done with the frame: zoom, colours, levels, playing. */
final class FrameActions {

    private final FrameCanvas canvas;
    private final Runnable play;

    FrameActions(FrameCanvas canvas, Runnable play) {
        this.canvas = canvas;
        this.play = play;
    }

    void fillToolBar(IToolBarManager bar) {
        bar.add(new DropDown("Colours", "Colour map", this::fillColors));
        bar.add(new DropDown("Levels", "Range of values that the colours are stretched over", this::fillLevels));
        bar.update(true);
    }

    void fillMenu(IMenuManager menu) {
        menu.add(action("Fit\t0", canvas::fit));
        menu.add(action("Actual Size\t1", this::actualSize));
        menu.add(action("Zoom In\t+", () -> step(1)));
        menu.add(action("Zoom Out\t-", () -> step(-1)));
        menu.add(new Separator());
        MenuManager colors = new MenuManager("Colour Map");
        fillColors(colors);
        menu.add(colors);
        MenuManager levels = new MenuManager("Levels");
        fillLevels(levels);
        menu.add(levels);
        menu.add(new Separator());
        menu.add(action("Play or Pause\tSpace", play));
    }

    private void actualSize() {
        canvas.place(canvas.view().zoomed(1));
    }

    private void step(int up) {
        canvas.place(canvas.view().zoomed(canvas.view().step(up)));
    }

    private void fillColors(IMenuManager menu) {
        canvas.item().ifPresent(item -> {
            for (ColorMap map : ColorMap.values()) {
                menu.add(choice(map.label(), item.colorMap() == map, () -> item.showColors(map)));
            }
        });
    }

    private void fillLevels(IMenuManager menu) {
        canvas.item().ifPresent(item -> {
            addRule(menu, item, "Cut 0.1 % at both ends", Levels.DEFAULT.rule());
            addRule(menu, item, "Smallest to largest", new Rule.MinMax());
            addRule(menu, item, fullRange(item), new Rule.FullType());
            item.shownRange().ifPresent(range -> addRule(menu, item, "Keep the present range", new Rule.Manual(range)));
            menu.add(new Separator());
            addScope(menu, item, "Same for all frames", Scope.STACK);
            addScope(menu, item, "Anew for every frame", Scope.FRAME);
        });
    }

    private static String fullRange(StackItem item) {
        return switch (item.type()) {
            case U8 -> "0 … 255";
            case U16 -> "0 … 65535";
            case F32 -> "0 … 1";
        };
    }

    private static void addRule(IMenuManager menu, StackItem item, String label, Rule rule) {
        boolean on = item.levels().rule().equals(rule);
        menu.add(choice(label, on, () -> item.showLevels(item.levels().withRule(rule))));
    }

    private static void addScope(IMenuManager menu, StackItem item, String label, Scope scope) {
        boolean on = item.levels().scope() == scope;
        menu.add(choice(label, on, () -> item.showLevels(item.levels().withScope(scope))));
    }

    private static IAction choice(String label, boolean on, Runnable work) {
        IAction action = new Action(label, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setChecked(on);
        return action;
    }

    private static IAction action(String label, Runnable work) {
        return new Action(label) {
            @Override
            public void run() {
                work.run();
            }
        };
    }
}
