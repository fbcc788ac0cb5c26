package org.tachyscope.ops.time;

import java.util.function.Function;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ops.time.SlidingWindow.Statistic;

/**
 * Chooses how windows are folded.
 *
 * @param tileSamples samples of a tile, so that what belongs to them stays in a cache
 * @param sampleBytes memory of a folder a sample
 * @param starts makes a folder for a tile
 */
record Folding(int tileSamples, long sampleBytes, Function<Tile, Folder> starts) {

    /** Up to here, all sums of integers are exact in a float. */
    private static final long EXACT_FLOAT = 1L << 24;

    /** What the tiles of a block window may take, so that they stay in a usual second-level cache. */
    private static final long CACHE_BYTES = 384 * 1024;

    private static final int TILE = 2048;

    static Folding of(Statistic statistic, PixelType type, int width) {
        boolean whole = type != PixelType.F32;
        return switch (statistic) {
            case MEAN -> whole ? sums(type, width, true) : blocks(width, 8, tile -> new SumCells(tile, true));
            case SUM -> whole ? sums(type, width, false) : blocks(width, 8, tile -> new SumCells(tile, false));
            case STD -> whole ? running(32, SquareSums::new) : blocks(width, 16, SpreadCells::new);
            case MIN -> extremes(type, width, false);
            case MAX -> extremes(type, width, true);
            case MEDIAN -> median(type, width);
        };
    }

    private static Folding sums(PixelType type, int width, boolean mean) {
        long most = (long) width * (type == PixelType.U8 ? 255 : 65_535);
        return most < EXACT_FLOAT
                ? running(16, tile -> new FloatSums(tile, mean))
                : running(24, tile -> new DoubleSums(tile, mean));
    }

    private static Folding extremes(PixelType type, int width, boolean largest) {
        return type == PixelType.F32
                ? blocks(width, 4, tile -> new FloatExtremes(tile, largest))
                : blocks(width, type.bytes(), tile -> new PackedExtremes(tile, largest));
    }

    private static Folding median(PixelType type, int width) {
        if (type == PixelType.U8 && width > Histograms.VALUES) {
            return new Folding(256, 4 * (Histograms.VALUES + 3), tile -> new RunningWindow(new Histograms(tile)));
        }
        long bytes = 4L * width + 8;
        int samples = (int) Math.clamp(CACHE_BYTES / bytes, 16, 1024);
        return new Folding(samples, bytes, tile -> new RunningWindow(new SortedWindows(tile, width)));
    }

    private static Folding running(long sampleBytes, Function<Tile, Running> starts) {
        return new Folding(TILE, sampleBytes, tile -> new RunningWindow(starts.apply(tile)));
    }

    private static <V> Folding blocks(int width, int valueBytes, Function<Tile, Cells<V>> starts) {
        long bytes = (long) valueBytes * BlockWindow.values(width);
        int samples = (int) Math.clamp(Long.highestOneBit(CACHE_BYTES / bytes), 256, TILE);
        return new Folding(samples, bytes + 8, tile -> new BlockWindow<>(starts.apply(tile), width));
    }

    Folder start(Tile tile) {
        return starts.apply(tile);
    }
}
