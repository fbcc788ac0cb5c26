package org.tachyscope.export;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads pictures back. */
final class Png {

    private Png() {}

    static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    /** Returns all samples as they are in the file, in storage order. */
    static int[] samples(Path file) throws IOException {
        Raster raster = read(file).getRaster();
        return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    static int bits(Path file) throws IOException {
        return read(file).getSampleModel().getSampleSize(0);
    }

    /** Returns the values of all texts with a keyword. */
    static List<String> texts(Path file, String keyword) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            NodeList entries = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
                    .getElementsByTagName("iTXtEntry");
            return new ArrayList<>(IntStream.range(0, entries.getLength())
                    .mapToObj(i -> (Element) entries.item(i))
                    .filter(e -> e.getAttribute("keyword").equals(keyword))
                    .map(e -> e.getAttribute("text"))
                    .toList());
        } finally {
            reader.dispose();
        }
    }
}
