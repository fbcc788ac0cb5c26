/** Tests in a running OSGi framework. */
@NullMarked
package org.tachyscope.it;

import org.jspecify.annotations.NullMarked;
