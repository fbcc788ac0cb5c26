/** What a view sees of the workbench. */
@NullMarked
package org.tachyscope.ui.api;

import org.jspecify.annotations.NullMarked;
