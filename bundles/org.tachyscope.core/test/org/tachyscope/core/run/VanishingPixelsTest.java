package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.core.internal.kernel.Kernels;
import org.tachyscope.core.internal.kernel.Tile;
import org.tachyscope.core.internal.kernel.TileMoments;
import org.tachyscope.core.internal.kernel.TilePercentiles;

class VanishingPixelsTest {

    private static final Shape SHAPE = new Shape(64, 256, 256, 1);
    private static final Fold MAX = new Fold.OfMoments(
            Set.of(Moment.MAX),
            PixelType.U8,
            (moments, out) -> out.copyFrom(moments.max().asSlice(0, out.byteSize())));

    @TempDir
    private Path folder = Path.of("");

    private MemorySegment mappedThenTruncated(Arena arena) throws IOException {
        Path file = folder.resolve("pixels");
        Files.write(file, new byte[(int) SHAPE.samples()]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment pixels = channel.map(MapMode.READ_ONLY, 0, SHAPE.samples(), arena);
            channel.truncate(4096);
            return pixels;
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ofAFileThatShrankAreAnErrorThatNamesTheStack() throws IOException {
        try (Arena arena = Arena.ofShared()) {
            Stack stack = MemoryStack.of(mappedThenTruncated(arena), SHAPE, PixelType.U8, Metadata.named("NAME"));
            IOException e =
                    assertThrows(IOException.class, () -> new Runner(2).run(stack, List.of(MAX), Progress.none()));
            assertTrue(
                    e.getMessage().startsWith("frames 0 … 63 of NAME: the file shrank, or its disk failed"),
                    e.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void areSeenByEveryKernelAlsoWhenCompiled(PixelType type) throws IOException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment gone = mappedThenTruncated(arena);
            MemorySegment there = arena.allocate(SHAPE.samples());
            for (Kernels kernels : Kernels.all()) {
                int samples = 4096 / type.bytes();
                TileMoments moments = TileMoments.of(type, Set.of(Moment.values()), samples, () -> kernels, arena);
                moments.start(samples);
                compile(() -> moments.add(new Tile(there, 0, 65536, 64, samples)));
                assertThrows(InternalError.class, () -> moments.add(new Tile(gone, 0, 65536, 64, samples)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void areSeenByPercentilesAlsoWhenCompiled(PixelType type) throws IOException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment gone = mappedThenTruncated(arena);
            MemorySegment there = arena.allocate(SHAPE.samples());
            int samples = 4096 / type.bytes();
            List<MemorySegment> out = List.of(arena.allocate(4L * samples));
            List<Fold.OfPercentile> median = List.of(new Fold.OfPercentile(50, NanRule.PROPAGATE));
            for (boolean vectors : new boolean[] {true, false}) {
                TilePercentiles percentiles = new TilePercentiles(type, median, () -> vectors, arena);
                compile(() -> percentiles.fold(new Tile(there, 0, 65536, 64, samples), out, () -> {}));
                assertThrows(
                        InternalError.class,
                        () -> percentiles.fold(new Tile(gone, 0, 65536, 64, samples), out, () -> {}));
            }
        }
    }

    /** Repeats work until nothing has been compiled for a while: all of it is compiled then. */
    private static void compile(Runnable work) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long before = compiler.getTotalCompilationTime();
        long since = System.nanoTime();
        for (int rounds = 0; rounds < 2000 || System.nanoTime() - since < 300_000_000; rounds++) {
            work.run();
            long now = compiler.getTotalCompilationTime();
            if (now != before) {
                before = now;
                rounds = 0;
                since = System.nanoTime();
            }
        }
    }

    @Test
    void ofAClosedStackAreAnErrorThatNamesIt() throws IOException {
        Arena arena = Arena.ofShared();
        MemorySegment pixels = arena.allocate(SHAPE.samples());
        Stack stack = MemoryStack.owning(arena, pixels, SHAPE, PixelType.U8, Metadata.named("NAME"));
        stack.close();
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> new Runner(2).run(stack, List.of(MAX), Progress.none()));
        assertEquals("frames 0 … 63 of NAME: Already closed", e.getMessage());
    }
}
