package org.tachyscope.load.folder;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Parameters;
import org.tachyscope.load.folder.FolderParams.Channels;
import org.tachyscope.load.folder.FolderParams.OnError;

/** Writes images with known samples, without the code under test and without OpenCV. */
final class Images {

    private Images() {}

    /** Writes 8-bit gray; {@code value} gives the sample at (x, y). The name's end picks the format. */
    static Path gray(Path file, int width, int height, IntBinaryOperator value) throws IOException {
        return write(file, raster(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), value));
    }

    /** Writes 16-bit gray. */
    static Path gray16(Path file, int width, int height, IntBinaryOperator value) throws IOException {
        return write(file, raster(new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY), value));
    }

    /** Writes 8-bit colour; {@code rgb} gives 0xRRGGBB. */
    static Path rgb(Path file, int width, int height, IntBinaryOperator rgb) throws IOException {
        return write(file, colour(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), rgb));
    }

    /** Writes 8-bit colour with alpha; {@code argb} gives 0xAARRGGBB. */
    static Path argb(Path file, int width, int height, IntBinaryOperator argb) throws IOException {
        return write(file, colour(new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR), argb));
    }

    /** Writes frames of one gray value each, {@code img_0.png} and so on, 4 × 3 pixels. */
    static Path folder(Path folder, int... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            int value = values[i];
            gray(folder.resolve("img_" + i + ".png"), 4, 3, (x, y) -> value);
        }
        return folder;
    }

    /** Cuts a file to its first bytes. */
    static Path truncate(Path file, long bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(all, (int) bytes));
    }

    /**
     * Writes an uncompressed little-endian TIFF as microscopes do: all directories first, then the samples.
     *
     * @param sampleFormat 1 unsigned, 2 signed, 3 float
     * @param pages samples of each page, as bytes
     */
    static Path tiff(Path file, int width, int height, int bits, int sampleFormat, byte[]... pages) throws IOException {
        int directory = 2 + 10 * 12 + 4;
        int data = 8 + pages.length * directory;
        ByteBuffer out =
                ByteBuffer.allocate(data + pages.length * pages[0].length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int page = 0; page < pages.length; page++) {
            int start = data + page * pages[0].length;
            int[][] entries = {
                {256, width},
                {257, height},
                {258, bits},
                {259, 1},
                {262, 1},
                {273, start},
                {277, 1},
                {278, height},
                {279, pages[page].length},
                {339, sampleFormat}
            };
            out.putShort((short) entries.length);
            for (int[] entry : entries) {
                out.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
            }
            out.putInt(page + 1 < pages.length ? 8 + (page + 1) * directory : 0);
        }
        for (byte[] page : pages) {
            out.put(page);
        }
        return Files.write(file, out.array());
    }

    /** Returns the default parameters but for two of them. */
    static FolderParams params(OnError onError, Channels channels) {
        FolderParams defaults = new FolderLoader().defaults();
        return Parameters.with(Parameters.with(defaults, "onError", onError), "channels", channels);
    }

    /** Returns the default parameters with others, {@code name=value}. */
    static FolderParams params(String... assignments) {
        return Parameters.fromText(new FolderLoader().defaults(), List.of(assignments), "");
    }

    /** Opens with the given parameters. The caller closes. */
    static Stack open(Path source, FolderParams params) throws IOException {
        return plan(source, params).open(Progress.none());
    }

    /** Plans with the given parameters. */
    static Plan plan(Path source, FolderParams params) throws IOException {
        return new FolderLoader().plan(source, params, Progress.none());
    }

    /** Returns one column of a report as texts. */
    static List<String> column(Plan.Report report, String label) {
        Column column = report.table().columns().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        return switch (column) {
            case Column.Texts texts -> texts.values();
            case Column.Numbers numbers ->
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> Double.toString(numbers.get(i)))
                        .toList();
        };
    }

    /** Reads one sample. */
    static double sample(Stack stack, long frame, int row, int column, int channel) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            return cursor.frame(frame).sample(row, column, channel);
        }
    }

    private static BufferedImage raster(BufferedImage image, IntBinaryOperator value) {
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                raster.setSample(x, y, 0, value.applyAsInt(x, y));
            }
        }
        return image;
    }

    private static BufferedImage colour(BufferedImage image, IntBinaryOperator argb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, argb.applyAsInt(x, y));
            }
        }
        return image;
    }

    private static Path write(Path file, BufferedImage image) throws IOException {
        String name = file.toString();
        String format = name.substring(name.lastIndexOf('.') + 1);
        if (!ImageIO.write(image, format.equals("tif") ? "tiff" : format, file.toFile())) {
            throw new IOException("no writer for " + file);
        }
        return file;
    }
}
