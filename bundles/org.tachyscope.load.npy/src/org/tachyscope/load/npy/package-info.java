/** Opens arrays that numpy saved, mapped from the file wherever their samples are a stack's samples. */
@NullMarked
package org.tachyscope.load.npy;

import org.jspecify.annotations.NullMarked;
