/**
 * What a view sees of the workbench: the open stacks, how each is looked at, and where to say what lies under the pointer.
 *
 * <pre>
 *   Workspace ──▶ StackItem ──▶ Stack (pixels; read in the background, through a Hold)
 *                     │
 *                     ├─▶ frame index, Levels, ColorMap   the user's wishes, UI thread
 *                     └─▶ shown range                     what the display made of the levels
 * </pre>
 *
 * <p>Nothing here needs a window, so view models are tested without one.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.ui.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
