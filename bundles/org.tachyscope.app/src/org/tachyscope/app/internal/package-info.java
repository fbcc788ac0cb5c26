/** The headless command line. */
@NullMarked
package org.tachyscope.app.internal;

import org.jspecify.annotations.NullMarked;
