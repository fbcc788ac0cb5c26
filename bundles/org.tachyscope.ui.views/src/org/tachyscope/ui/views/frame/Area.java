package org.tachyscope.ui.views.frame;

/**
 * Marks a rectangle of view pixels, which may be empty.
 *
 * @param x left
 * @param y top
 * @param width at least 0
 * @param height at least 0
 */
record Area(int x, int y, int width, int height) {

    boolean empty() {
        return width == 0 || height == 0;
    }
}
