/** Changes every frame on its own: crops, bins, turns, blurs, finds edges, and registers. */
@NullMarked
package org.tachyscope.ops.space;

import org.jspecify.annotations.NullMarked;
