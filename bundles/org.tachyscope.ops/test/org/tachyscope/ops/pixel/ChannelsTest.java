package org.tachyscope.ops.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Numbers worked out by hand. */
class ChannelsTest {

    private static final Stack RGB =
            Bench.stack(PixelType.U8, new Shape(1, 1, 4, 3), 255, 255, 255, 255, 0, 0, 0, 255, 0, 1, 2, 3);

    @Test
    void lumaIsRoundedHalfUp() throws IOException {
        // 76.245, 149.685, 1.815
        assertArrayEquals(
                new double[] {255, 76, 150, 2}, Bench.values(new Gray(), new Gray.Params(Gray.Rule.LUMA), RGB));
        Stack floats = Bench.stack(PixelType.F32, new Shape(1, 1, 1, 4), 1, 2, 3, 99);
        assertArrayEquals(
                new double[] {1.815f}, Bench.values(new Gray(), new Gray.Params(Gray.Rule.LUMA), floats), 1e-7);
        Stack half = Bench.stack(PixelType.U16, new Shape(1, 1, 2, 3), 0, 500, 0, 65535, 65535, 65535);
        // 293.5
        assertArrayEquals(new double[] {294, 65535}, Bench.values(new Gray(), new Gray.Params(Gray.Rule.LUMA), half));
    }

    @Test
    void fewerChannelsAreALoss() {
        Loss gray = new Loss(Loss.Kind.CONVERTED, 1, "gray by luma: 3 channels to 1");
        assertEquals(
                List.of(gray),
                new Gray().apply(RGB, new Gray().defaults()).metadata().losses());
    }

    @Test
    void lumaNeedsThreeChannels() {
        Stack two = Bench.stack(PixelType.U8, new Shape(1, 1, 1, 2), 1, 2);
        assertEquals(
                "luma needs 3 or 4 channels, got 2",
                assertThrows(IllegalArgumentException.class, () -> new Gray().apply(two, new Gray().defaults()))
                        .getMessage());
    }

    @Test
    void meanWeighsAllChannels() throws IOException {
        assertArrayEquals(
                new double[] {255, 85, 85, 2}, Bench.values(new Gray(), new Gray.Params(Gray.Rule.MEAN), RGB));
        Stack half = Bench.stack(PixelType.U8, new Shape(1, 1, 1, 2), 1, 2);
        assertArrayEquals(new double[] {2}, Bench.values(new Gray(), new Gray.Params(Gray.Rule.MEAN), half));
    }

    @Test
    void aChannelIsSplitOff() throws IOException {
        assertArrayEquals(new double[] {255, 0, 255, 2}, Bench.values(new Channel(), new Channel.Params(1), RGB));
        assertEquals(
                "there is no channel 3; the stack has 3, counted from 0",
                assertThrows(IllegalArgumentException.class, () -> new Channel().apply(RGB, new Channel.Params(3)))
                        .getMessage());
    }

    @Test
    void mergedChannelsFollowTheOwn(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("green.npy"));
        Bench bench = new Bench().with(file, Bench.rows(PixelType.U16, 2, 5, 6, 7, 8));
        Merge.Params params = new Merge.Params(List.of(FileName.parse(file.toString())));
        Stack input = Bench.rows(PixelType.U16, 2, 1, 2, 3, 4);
        Stack merged = new Merge(bench).apply(input, params);
        assertEquals(new Shape(2, 1, 2, 2), merged.shape());
        assertArrayEquals(new double[] {1, 5, 2, 6, 3, 7, 4, 8}, Bench.values(merged));
        Bench other = new Bench().with(file, Bench.rows(PixelType.U8, 2, 5, 6, 7, 8));
        Stack wrong = new Merge(other).apply(input, params);
        assertEquals(
                file + ": is U8 2 × 1 × 2, numbers is U16 2 × 1 × 2",
                assertThrows(IOException.class, () -> wrong.prepare(Progress.none()))
                        .getMessage());
    }

    @Test
    void channelsInAChainAreReadInParts() {
        Stack gray = new Gray().apply(RGB, new Gray.Params(Gray.Rule.LUMA));
        assertEquals(true, new Add().apply(gray, new Add.Params(1)).readsParts());
    }
}
