/** Reads NumPy files. */
@NullMarked
package org.tachyscope.load.npy;

import org.jspecify.annotations.NullMarked;
