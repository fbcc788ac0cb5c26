/** Chains of per-pixel steps that run as one pass, without stacks in between. */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.api.pixel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
