/** Measures what this machine can do, and says what a recipe will cost before it runs. */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.core.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
