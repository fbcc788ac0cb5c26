/** The built-in reductions, one class each. */
@NullMarked
package org.tachyscope.ops;

import org.jspecify.annotations.NullMarked;
