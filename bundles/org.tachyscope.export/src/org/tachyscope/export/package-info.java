/** Writes results to files. */
@NullMarked
package org.tachyscope.export;

import org.jspecify.annotations.NullMarked;
