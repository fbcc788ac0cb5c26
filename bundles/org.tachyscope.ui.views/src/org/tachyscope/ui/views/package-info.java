/** The views that come with Tachyscope. */
@NullMarked
package org.tachyscope.ui.views;

import org.jspecify.annotations.NullMarked;
