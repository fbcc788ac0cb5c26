package org.tachyscope.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.tachyscope.ui.api.Ids;

/**
 * Places the views:
 *
 * <pre>
 *   ┌────────┬──────────────────────┐
 *   │ stacks │        frame         │
 *   ├────────┤                      │
 *   │progress├──────────────────────┤
 *   │  log   │       timeline       │
 *   └────────┴──────────────────────┘
 * </pre>
 */
public final class Layout implements IPerspectiveFactory {

    static final String PERSPECTIVE = "org.tachyscope.ui.explore";
    static final String PROGRESS_VIEW = "org.eclipse.ui.views.ProgressView";
    static final String LOG_VIEW = "org.eclipse.pde.runtime.LogView";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        String editors = layout.getEditorArea();
        layout.addView(Ids.STACKS_VIEW, IPageLayout.LEFT, 0.24f, editors);
        layout.addView(Ids.FRAME_VIEW, IPageLayout.RIGHT, 0.76f, editors);
        layout.addView(Ids.TIMELINE_VIEW, IPageLayout.BOTTOM, 0.78f, Ids.FRAME_VIEW);
        IFolderLayout below = layout.createFolder("org.tachyscope.ui.below", IPageLayout.BOTTOM, 0.6f, Ids.STACKS_VIEW);
        below.addView(PROGRESS_VIEW);
        below.addView(LOG_VIEW);
    }
}
