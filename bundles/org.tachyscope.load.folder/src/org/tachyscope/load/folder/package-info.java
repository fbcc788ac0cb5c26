/** Reads folders of images. */
@NullMarked
package org.tachyscope.load.folder;

import org.jspecify.annotations.NullMarked;
