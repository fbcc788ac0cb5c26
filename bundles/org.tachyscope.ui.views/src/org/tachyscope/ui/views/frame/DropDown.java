package org.tachyscope.ui.views.frame;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;

/** Opens a menu from a tool bar, which is filled anew each time. */
final class DropDown extends Action implements IMenuCreator {

    private final Consumer<IMenuManager> filler;
    private final MenuManager menu = new MenuManager();

    DropDown(String label, String tip, Consumer<IMenuManager> filler) {
        super(label, IAction.AS_DROP_DOWN_MENU);
        this.filler = filler;
        setToolTipText(tip);
        setMenuCreator(this);
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(filler::accept);
    }

    @Override
    public Menu getMenu(Control parent) {
        return menu.createContextMenu(parent);
    }

    @Override
    public Menu getMenu(Menu parent) {
        MenuManager sub = new MenuManager();
        filler.accept(sub);
        sub.fill(parent, -1);
        return parent;
    }

    @Override
    public void runWithEvent(Event event) {
        if (event.widget instanceof ToolItem item) {
            Rectangle bounds = item.getBounds();
            Menu opened = getMenu(item.getParent());
            opened.setLocation(item.getParent().toDisplay(new Point(bounds.x, bounds.y + bounds.height)));
            opened.setVisible(true);
        }
    }

    @Override
    public void dispose() {
        menu.dispose();
    }
}
