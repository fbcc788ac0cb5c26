package org.tachyscope.load.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.load.folder.Images.sample;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.Destination;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Frames are decoded into memory that somebody else provides. */
class DestinationTest {

    private final MemorySegment memory = Arena.ofAuto().allocate(64, 64);
    private final Set<Long> completed = new ConcurrentSkipListSet<>();
    private final Path folder;

    DestinationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final Destination destination = new Destination() {
        @Override
        public MemorySegment allocate(Shape shape, PixelType type) {
            return memory.asSlice(0, shape.samples() * type.bytes());
        }

        @Override
        public void completed(long index) {
            completed.add(index);
        }
    };

    @Test
    void framesLieThereAndStay() throws IOException {
        Images.folder(folder, 7, 8, 9);
        try (Stack stack = Images.plan(folder, Images.params()).open(Progress.none(), destination)) {
            assertEquals(memory.address(), stack.contiguous().orElseThrow().address());
            assertEquals(9, sample(stack, 2, 0, 0, 0));
        }
        assertEquals(Set.of(0L, 1L, 2L), completed);
        assertEquals(7, memory.get(ValueLayout.JAVA_BYTE, 0));
    }

    @Test
    void brokenFramesAreNotComplete() throws IOException {
        Path broken = Images.folder(folder, 7, 8, 9);
        try (var files = Files.list(broken)) {
            Path second = files.sorted().toList().get(1);
            byte[] whole = Files.readAllBytes(second);
            // behind the header, which tells extent and type: found broken only when it is decoded
            java.util.Arrays.fill(whole, 41, whole.length - 12, (byte) 0x55);
            Files.write(second, whole);
        }
        try (Stack stack = Images.plan(folder, Images.params("onError=skip")).open(Progress.none(), destination)) {
            assertEquals(2, stack.shape().frames());
            assertEquals(9, sample(stack, 1, 0, 0, 0));
        }
        assertEquals(Set.of(0L, 2L), completed);
    }
}
