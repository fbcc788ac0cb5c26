/** The workbench. */
@NullMarked
package org.tachyscope.ui.internal;

import org.jspecify.annotations.NullMarked;
