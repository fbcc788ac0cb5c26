/**
 * Shows one frame of the active stack.
 *
 * <pre>
 *   wish (frame, viewport, levels, colours)          UI thread
 *        │ newest wins
 *        ▼
 *   FrameLoader ── Cursor ▶ RangeFinder ▶ ToneMap ▶ FrameRenderer ▶ pixels of the visible area    its own thread
 *        │ swapped, never queued
 *        ▼
 *   FrameCanvas ── PixelImage ▶ screen              UI thread
 * </pre>
 */
@NullMarked
package org.tachyscope.ui.views.frame;

import org.jspecify.annotations.NullMarked;
