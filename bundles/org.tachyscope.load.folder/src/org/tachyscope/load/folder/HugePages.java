package org.tachyscope.load.folder;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Asks Linux to back memory with pages of 2 MB, so that writing it first costs a five-hundredth of the page faults. Elsewhere it
 * does nothing, and a system that refuses goes on as before.
 */
final class HugePages {

    private static final int MADV_HUGEPAGE = 14;
    private static final long PAGE = 4096;
    private static final long HUGE = 2 << 20;

    /** {@code int madvise(void *, size_t, int)} of the C library. */
    private static final Optional<MethodHandle> MADVISE = madvise();

    private HugePages() {}

    /** Asks for memory that is about to be written. */
    static void want(MemorySegment memory) {
        long start = memory.address() + PAGE - 1 & -PAGE;
        long bytes = memory.address() + memory.byteSize() - start & -PAGE;
        if (MADVISE.isPresent() && bytes >= HUGE) {
            try {
                MADVISE.get().invokeWithArguments(start, bytes, MADV_HUGEPAGE);
            } catch (Throwable e) {
                throw new IllegalStateException("madvise can't be called", e);
            }
        }
    }

    private static Optional<MethodHandle> madvise() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("madvise")
                .map(function -> linker.downcallHandle(
                        function, FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT)));
    }
}
