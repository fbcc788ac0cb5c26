/** Operations along time, one class each: every sample of the result is computed from the same sample of some frames. */
@NullMarked
package org.tachyscope.ops.time;

import org.jspecify.annotations.NullMarked;
