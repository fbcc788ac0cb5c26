package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class UntouchedTest {

    @Test
    void memoryIsAlignedAndKeepsWhatIsWritten() {
        try (Arena arena = Arena.ofShared()) {
            for (long bytes : new long[] {8, 4096, 10_000_008}) {
                MemorySegment memory = Untouched.allocate(arena, bytes);
                assertEquals(bytes, memory.byteSize());
                assertEquals(0, memory.address() % 64);
                memory.set(JAVA_LONG, 0, 1);
                memory.set(JAVA_LONG, bytes - 8, 2);
                assertEquals(2, memory.get(JAVA_LONG, bytes - 8));
                assertThrows(IndexOutOfBoundsException.class, () -> memory.get(JAVA_LONG, bytes - 7));
            }
        }
    }

    @Test
    void memoryIsFreedWithItsArena() {
        Arena arena = Arena.ofShared();
        MemorySegment memory = Untouched.allocate(arena, 64);
        arena.close();
        assertThrows(IllegalStateException.class, () -> memory.get(JAVA_LONG, 0));
    }

    @Test
    void memoryThatNobodyHasIsRefusedWithTheNumber() {
        try (Arena arena = Arena.ofConfined()) {
            long bytes = 1L << 60;
            OutOfMemoryError refused = assertThrows(OutOfMemoryError.class, () -> Untouched.allocate(arena, bytes));
            assertTrue(refused.getMessage().contains(Long.toString(bytes)), refused.getMessage());
        }
    }
}
