/** Opens videos, frame-exact: an index of all packets says which frame is which, FFmpeg decodes them when they are needed. */
@NullMarked
package org.tachyscope.load.video;

import org.jspecify.annotations.NullMarked;
