/** Contract tests that every loader, operation and reduction passes. */
@NullMarked
package org.tachyscope.contract;

import org.jspecify.annotations.NullMarked;
