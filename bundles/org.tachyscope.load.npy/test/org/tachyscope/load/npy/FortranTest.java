package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class FortranTest {

    /** Fills an array in Fortran order, by definition of the order, with the number that a sample has in C order. */
    private static ByteBuffer fortran(Shape shape, int bytes) {
        ByteBuffer data = ByteBuffer.allocate((int) shape.samples() * bytes).order(ByteOrder.nativeOrder());
        for (int c = 0; c < shape.channels(); c++) {
            for (int x = 0; x < shape.width(); x++) {
                for (int y = 0; y < shape.height(); y++) {
                    for (int t = 0; t < shape.frames(); t++) {
                        put(data, bytes, ((t * shape.height() + y) * shape.width() + x) * shape.channels() + c);
                    }
                }
            }
        }
        return data;
    }

    private static void put(ByteBuffer data, int bytes, int number) {
        switch (bytes) {
            case 1 -> data.put((byte) number);
            case 2 -> data.putShort((short) number);
            case 4 -> data.putInt(number);
            default -> data.putLong(number);
        }
    }

    private static long get(ByteBuffer data, int bytes, int index) {
        return switch (bytes) {
            case 1 -> data.get(index) & 0xff;
            case 2 -> data.getShort(2 * index) & 0xffff;
            case 4 -> data.getInt(4 * index);
            default -> data.getLong(8 * index);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,1,1",
        "2,129,65,1",
        "130,3,65,3",
        "300,5,7,1",
        "1,200,130,4",
        "1,64,64,1",
        "1,1,1000,1",
        "1000,1,1,1",
        "7,63,63,1",
        "127,2,66,1",
        "129,1,64,2",
        "3,128,2,5"
    })
    void gathersEveryShapeAndSize(int frames, int height, int width, int channels) {
        Shape shape = new Shape(frames, height, width, channels);
        for (int bytes : new int[] {1, 2, 4, 8}) {
            FortranGather gather = new FortranGather(
                    MemorySegment.ofArray(fortran(shape, bytes).array()), View.fortran(shape), bytes);
            for (int count : new int[] {1, 2, 17, 128, frames}) {
                for (int first = 0; first + count <= frames; first += Math.max(1, frames / 3)) {
                    assertGathers(gather, shape, bytes, first, count);
                }
            }
        }
    }

    private static void assertGathers(FortranGather gather, Shape shape, int bytes, int first, int count) {
        int samples = count * shape.samplesPerFrame();
        ByteBuffer out = ByteBuffer.allocate(samples * bytes).order(ByteOrder.nativeOrder());
        gather.gather(first, count, MemorySegment.ofArray(out.array()));
        long mask = bytes == 8 ? -1 : (1L << 8 * bytes) - 1;
        for (int i = 0; i < samples; i++) {
            assertEquals(first * shape.samplesPerFrame() + i & mask, get(out, bytes, i), "sample " + i);
        }
    }

    @Test
    void blocksAreWholeCacheLinesOfTime() {
        assertEquals(32, FortranBlocks.framesPerBlock(new Shape(400, 1024, 1024, 1), 1));
        assertEquals(8, FortranBlocks.framesPerBlock(new Shape(400, 1024, 1024, 1), 4));
        assertEquals(400, FortranBlocks.framesPerBlock(new Shape(400, 64, 64, 1), 4));
        assertEquals(8192, FortranBlocks.framesPerBlock(new Shape(100_000, 64, 64, 1), 1));
        assertEquals(1, FortranBlocks.framesPerBlock(new Shape(9, 30_000, 30_000, 1), 1));
    }

    @Test
    void cursorsNearEachOtherShareABlock() {
        Shape shape = new Shape(100, 4, 4, 1);
        try (Arena arena = Arena.ofShared()) {
            FortranBlocks blocks = blocks(arena, shape, 10);
            FortranBlocks.Block one = blocks.hold(23);
            assertSame(one, blocks.hold(29));
            blocks.release(one);
            blocks.release(one);
            blocks.release(blocks.hold(31));
            assertSame(one, blocks.hold(20));
        }
    }

    @Test
    void aBlockInUseIsNotReused() {
        Shape shape = new Shape(100, 4, 4, 1);
        try (Arena arena = Arena.ofShared()) {
            FortranBlocks blocks = blocks(arena, shape, 10);
            MemorySegment held = blocks.hold(0).frame(3);
            for (int t = 10; t < 100; t += 10) {
                blocks.release(blocks.hold(t));
            }
            assertEquals(3 * 16, held.get(ValueLayout.JAVA_BYTE, 0));
        }
    }

    @Test
    void manyThreadsReadWhatIsThere() throws Exception {
        Shape shape = new Shape(97, 16, 16, 1);
        try (Arena arena = Arena.ofShared();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            FortranBlocks blocks = blocks(arena, shape, 5);
            Callable<Long> reading = () -> wrong(new Source.TimeFastest(blocks), shape);
            for (Future<Long> future : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> reading).toList())) {
                assertEquals(0, future.get());
            }
        }
    }

    private static long wrong(Source source, Shape shape) {
        long wrong = 0;
        try (Source.Reader reader = source.reader()) {
            for (int i = 0; i < 5000; i++) {
                int t = ThreadLocalRandom.current().nextInt((int) shape.frames());
                byte last = reader.frame(t).get(ValueLayout.JAVA_BYTE, shape.samplesPerFrame() - 1);
                wrong += last == (byte) ((t + 1) * shape.samplesPerFrame() - 1) ? 0 : 1;
                byte first = reader.frame(t).get(ValueLayout.JAVA_BYTE, 17);
                wrong += first == (byte) (t * shape.samplesPerFrame() + 17) ? 0 : 1;
            }
        }
        return wrong;
    }

    private static FortranBlocks blocks(Arena arena, Shape shape, int frames) {
        return new FortranBlocks(
                arena, MemorySegment.ofArray(fortran(shape, 1).array()), View.fortran(shape), 1, frames);
    }

    @Test
    void readsOneColourFrame(@TempDir Path folder) throws IOException {
        Shape shape = new Shape(1, 40, 50, 3);
        Path file = Npy.write(
                folder.resolve("hwc.npy"),
                Npy.header("|u1", true, "(40, 50, 3)"),
                fortran(shape, 1).array());
        try (Stack stack = Npy.open(file)) {
            assertEquals(shape, stack.shape());
            double[] samples = Npy.samples(stack);
            for (int i : List.of(0, 1, 2, 3, 149, 150, 2999, 5999)) {
                assertEquals(i % 256, samples[i]);
            }
        }
    }
}
