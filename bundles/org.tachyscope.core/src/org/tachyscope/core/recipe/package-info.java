/** What was done to a source, as plain JSON: reading, checking, writing and running it. */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.core.recipe;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
