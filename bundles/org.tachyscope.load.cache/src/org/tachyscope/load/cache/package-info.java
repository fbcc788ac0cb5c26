/** Keeps decoded stacks in files that are mapped, with statistics of every frame and smaller copies beside them. */
@NullMarked
package org.tachyscope.load.cache;

import org.jspecify.annotations.NullMarked;
