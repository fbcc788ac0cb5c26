/** The built-in curves: regions over time, profiles, envelopes and kymographs. */
@NullMarked
package org.tachyscope.ops.curve;

import org.jspecify.annotations.NullMarked;
