/** Writes stacks, frames, curves and tables to files that other programs read. */
@NullMarked
package org.tachyscope.export;

import org.jspecify.annotations.NullMarked;
