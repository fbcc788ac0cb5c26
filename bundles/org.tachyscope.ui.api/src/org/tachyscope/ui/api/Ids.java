package org.tachyscope.ui.api;

/** Names views, and the key under which a control carries its name. Names never change: layouts and tests keep them. */
public final class Ids {

    /**
     * Key of a control's stable name: {@code control.setData(Ids.KEY, "frame.canvas")}. Names are {@code view.part}, lower
     * case. Every control that a test must find has one.
     */
    public static final String KEY = "org.tachyscope.id";

    /** Id of the view that lists the open stacks. */
    public static final String STACKS_VIEW = "org.tachyscope.ui.stacks";

    /** Id of the view that shows one frame. */
    public static final String FRAME_VIEW = "org.tachyscope.ui.views.frame";

    /** Id of the view that moves through time. */
    public static final String TIMELINE_VIEW = "org.tachyscope.ui.views.timeline";

    private Ids() {}
}
