/** What the views that come with Tachyscope ask of each other. */
@NullMarked
package org.tachyscope.ui.views;

import org.jspecify.annotations.NullMarked;
