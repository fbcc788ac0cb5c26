/** Runs reductions: one pass over a stack feeds any number of folds, in parallel, with progress and cancellation. */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.core.run;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
