package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Allocates memory that will be written as a whole. {@link Arena#allocate} clears it first, with one thread, which has the
 * system find every page; here each thread gets the pages that it writes.
 */
final class Untouched {

    private static final long ALIGNMENT = 64;
    private static final MethodHandle MALLOC = handle("malloc", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
    private static final MethodHandle FREE = handle("free", FunctionDescriptor.ofVoid(ADDRESS));

    private Untouched() {}

    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    /**
     * Returns memory that holds anything, 64-byte aligned, which {@code arena} frees.
     *
     * @throws OutOfMemoryError if the system refuses
     */
    static MemorySegment allocate(Arena arena, long bytes) {
        MemorySegment block = malloc(bytes + ALIGNMENT);
        if (block.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("the system refuses " + bytes + " bytes of memory");
        }
        long padding = -block.address() & ALIGNMENT - 1;
        return block.reinterpret(bytes + ALIGNMENT, arena, Untouched::free).asSlice(padding, bytes);
    }

    private static MemorySegment malloc(long bytes) {
        try {
            return (MemorySegment) MALLOC.invokeExact(bytes);
        } catch (Throwable e) {
            throw new AssertionError("malloc throws nothing", e);
        }
    }

    private static void free(MemorySegment block) {
        try {
            FREE.invokeExact(block);
        } catch (Throwable e) {
            throw new AssertionError("free throws nothing", e);
        }
    }
}
