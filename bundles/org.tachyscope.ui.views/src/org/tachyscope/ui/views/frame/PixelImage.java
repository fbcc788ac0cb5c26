package org.tachyscope.ui.views.frame;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Holds the pixels of a canvas, physical pixel for physical pixel, made once for a size and then overwritten. UI thread.
 * Whoever made it disposes it.
 */
sealed interface PixelImage permits SurfaceImage, CopiedImage {

    /** Makes an image of {@code width × height} physical pixels, by the fastest way that the platform has. */
    static PixelImage create(Device device, int width, int height) {
        return SurfaceImage.create(device, width, height)
                .<PixelImage>map(image -> image)
                .orElseGet(() -> new CopiedImage(device, width, height));
    }

    int width();

    int height();

    /** Overwrites all pixels with {@code 0xRRGGBB} in rows from the top. */
    void put(int[] pixels);

    /** Draws the image at the origin, clipped to {@code dirty}, in points. */
    void draw(GC gc, Rectangle dirty);

    void dispose();
}
