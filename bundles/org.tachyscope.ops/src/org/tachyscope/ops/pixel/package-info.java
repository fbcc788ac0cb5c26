/** Operations on single pixels and channels. */
@NullMarked
package org.tachyscope.ops.pixel;

import org.jspecify.annotations.NullMarked;
