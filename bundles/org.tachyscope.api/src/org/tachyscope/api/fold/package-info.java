/** How a reduction folds a stack: from moments that the engine computes, or block by block in an accumulator of its own. */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.api.fold;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
