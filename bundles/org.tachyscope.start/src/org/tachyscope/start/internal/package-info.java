/** Starts the command line on the class path: the framework with the few bundles that work without a window. */
@NullMarked
package org.tachyscope.start.internal;

import org.jspecify.annotations.NullMarked;
