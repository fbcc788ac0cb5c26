/** Loads OpenCV once for all bundles that use it, and shows it the memory of frames. */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.opencv;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
