package org.tachyscope.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Metadata;

/** Writes PNG files with texts in them. */
final class PngFile {

    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngFile() {}

    /**
     * Holds one text of a file.
     *
     * @param keyword 1 to 79 Latin letters
     * @param value any text
     */
    record Text(String keyword, String value) {}

    /** Writes down what was done and what is known, as texts {@code tachyscope:…}; the name is the title. */
    static List<Text> texts(Metadata metadata, List<Text> done) {
        List<Text> texts = new ArrayList<>();
        texts.add(new Text("Title", metadata.name()));
        texts.add(new Text("Software", "Tachyscope"));
        texts.addAll(done);
        Known.entries(metadata).stream()
                .map(entry -> new Text("tachyscope:" + entry.key(), entry.value()))
                .forEach(texts::add);
        return List.copyOf(texts);
    }

    /**
     * Creates or overwrites a file.
     *
     * @throws IOException with the system's reason, for example that no space is left
     * @throws CancellationException if the user cancelled
     */
    static void write(BufferedImage image, List<Text> texts, Path file, Progress progress) throws IOException {
        progress.checkCancelled();
        Files.newOutputStream(file).close(); // the stream below doesn't shorten a longer file
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        Watch watch = new Watch(writer, progress);
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.addIIOWriteProgressListener(watch);
            writer.setOutput(out);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            metadata.mergeTree(FORMAT, tree(texts));
            writer.write(new IIOImage(image, null, metadata));
        } catch (IIOException e) {
            throw e.getCause() instanceof IOException reason ? reason : e;
        } finally {
            writer.dispose();
        }
        if (watch.aborted) {
            throw new CancellationException("cancelled");
        }
    }

    private static IIOMetadataNode tree(List<Text> texts) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode all = new IIOMetadataNode("iTXt");
        for (Text text : texts) {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", text.keyword());
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", text.value());
            all.appendChild(entry);
        }
        root.appendChild(all);
        return root;
    }

    /** Passes progress on in percent, and a cancellation back. */
    private static final class Watch implements IIOWriteProgressListener {
        private final ImageWriter writer;
        private final Progress progress;
        private boolean aborted;

        private Watch(ImageWriter writer, Progress progress) {
            this.writer = writer;
            this.progress = progress;
        }

        @Override
        public void imageProgress(@Nullable ImageWriter source, float percent) {
            progress.worked((long) percent, 100);
            if (progress.cancelled()) {
                aborted = true;
                writer.abort();
            }
        }

        @Override
        public void imageStarted(@Nullable ImageWriter source, int index) {
            progress.step("encoding, in percent");
        }

        @Override
        public void imageComplete(@Nullable ImageWriter source) {
            progress.worked(100, 100);
        }

        @Override
        public void thumbnailStarted(@Nullable ImageWriter source, int image, int thumbnail) {}

        @Override
        public void thumbnailProgress(@Nullable ImageWriter source, float percent) {}

        @Override
        public void thumbnailComplete(@Nullable ImageWriter source) {}

        @Override
        public void writeAborted(@Nullable ImageWriter source) {}
    }
}
