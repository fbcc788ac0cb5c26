package org.tachyscope.ui.internal;

import org.eclipse.jface.action.Action;

/** Runs something from a menu that is made when it opens. */
final class MenuAction extends Action {

    private final Runnable run;

    MenuAction(String label, Runnable run) {
        super(label.replace("&", "&&"));
        this.run = run;
    }

    /** Makes an entry of a group of which one is on. */
    private MenuAction(String label, boolean on, Runnable run) {
        super(label.replace("&", "&&"), AS_RADIO_BUTTON);
        this.run = run;
        setChecked(on);
    }

    /** Makes an entry of a group of which one is on; runs when the user turns it on. */
    static MenuAction radio(String label, boolean on, Runnable run) {
        return new MenuAction(label, on, run);
    }

    /** Returns a label with an ellipsis if there are parameters to ask for. */
    static String label(String label, Record defaults) {
        return defaults.getClass().getRecordComponents().length == 0 ? label : label + "…";
    }

    @Override
    public void run() {
        if (getStyle() != AS_RADIO_BUTTON || isChecked()) {
            run.run();
        }
    }
}
