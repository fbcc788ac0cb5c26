/** Moves through the frames of the active stack. */
@NullMarked
package org.tachyscope.ui.views.timeline;

import org.jspecify.annotations.NullMarked;
