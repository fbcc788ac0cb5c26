/** Built-in operations and reductions. */
@NullMarked
package org.tachyscope.ops;

import org.jspecify.annotations.NullMarked;
