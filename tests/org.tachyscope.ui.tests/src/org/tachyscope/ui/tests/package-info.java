/** Tests in the real window, through real events. */
@NullMarked
package org.tachyscope.ui.tests;

import org.jspecify.annotations.NullMarked;
