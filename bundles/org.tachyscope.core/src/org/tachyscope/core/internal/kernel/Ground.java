package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Memory to exercise loops on, of both kinds that pixels lie in: allocated, and mapped from a file. Java compiles a loop for
 * the kinds of memory that it has seen, and again when another one turns up.
 */
final class Ground {

    private Ground() {}

    /** Returns a piece of each kind. */
    static List<MemorySegment> pieces(long bytes, Arena arena) {
        return List.of(allocated(bytes, arena), mapped(bytes, arena));
    }

    /** Fills memory with numbers of any pixel type. */
    private static MemorySegment allocated(long bytes, Arena arena) {
        MemorySegment memory = arena.allocate(bytes, 64);
        SplittableRandom random = new SplittableRandom(1);
        for (long i = 0; i < bytes / 4; i++) {
            memory.setAtIndex(JAVA_INT, i, random.nextInt() & 0x3fff_ffff);
        }
        return memory;
    }

    /** Maps the start of a file that every Java has, its own class library. */
    private static MemorySegment mapped(long bytes, Arena arena) {
        Path file = Path.of(System.getProperty("java.home"), "lib", "modules");
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.size() < bytes ? allocated(bytes, arena) : channel.map(MapMode.READ_ONLY, 0, bytes, arena);
        } catch (IOException e) {
            return allocated(bytes, arena);
        }
    }
}
