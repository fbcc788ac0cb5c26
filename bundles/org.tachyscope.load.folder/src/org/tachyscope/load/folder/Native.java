package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.Pointer;

/** Allocates memory for whole stacks. */
final class Native {

    private static final long ALIGNMENT = 64;

    private Native() {}

    /**
     * Allocates zeros, 64-byte aligned, which {@code arena} frees. Unlike {@link Arena#allocate} it doesn't touch them: the
     * system hands out zeroed pages when the decoders write to them, on all threads.
     *
     * @throws IOException with the numbers, if the system refuses
     */
    static MemorySegment zeros(Arena arena, long bytes) throws IOException {
        Pointer block = Pointer.calloc(1, bytes + ALIGNMENT);
        if (block == null || block.isNull()) {
            throw new IOException("the system refuses " + Memory.text(bytes) + " of memory");
        }
        long padding = -block.address() & (ALIGNMENT - 1);
        MemorySegment zeros = MemorySegment.ofAddress(block.address())
                .reinterpret(bytes + ALIGNMENT, arena, all -> Pointer.free(block))
                .asSlice(padding, bytes);
        HugePages.want(zeros);
        return zeros;
    }
}
