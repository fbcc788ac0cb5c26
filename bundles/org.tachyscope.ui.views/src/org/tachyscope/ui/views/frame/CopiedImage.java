package org.tachyscope.ui.views.frame;

import java.nio.ByteBuffer;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

/** Shows pixels through SWT's API alone, which makes a new image of them each time: some 10 ms for 1024 × 1024. */
final class CopiedImage implements PixelImage {

    private final Device device;
    private final ImageData data;
    private Image image;

    CopiedImage(Device device, int width, int height) {
        this.device = device;
        this.data = new ImageData(width, height, 32, new PaletteData(0xff0000, 0xff00, 0xff));
        this.image = newImage();
    }

    private Image newImage() {
        // Whatever zoom is asked for: these are the physical pixels.
        return new Image(device, (ImageDataProvider) _ -> data);
    }

    @Override
    public int width() {
        return data.width;
    }

    @Override
    public int height() {
        return data.height;
    }

    @Override
    public void put(int[] pixels) {
        ByteBuffer.wrap(data.data).asIntBuffer().put(pixels, 0, data.width * data.height);
        image.dispose();
        image = newImage();
    }

    @Override
    public void draw(GC gc, Rectangle dirty) {
        gc.drawImage(image, 0, 0);
    }

    @Override
    public void dispose() {
        image.dispose();
    }
}
